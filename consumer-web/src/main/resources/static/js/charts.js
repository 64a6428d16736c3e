// Draws the figures of a table. Without this file, or without ECharts, the table itself is what one reads.
(function () {
    'use strict';

    var root = document.documentElement;
    var charts = [];

    function all(place, what) {
        return Array.prototype.slice.call(place.querySelectorAll(what));
    }

    // This file comes before its figures: each table is folded as soon as it is there and before anybody sees it, so that
    // nothing jumps. Until the chart is drawn, the shape of one keeps its room.
    function fold() {
        all(document, '.chart:not(.drawn) details').forEach(function (table) {
            table.closest('.chart').classList.add('drawn');
            table.open = false;
        });
    }

    var arrivals = new MutationObserver(fold);
    arrivals.observe(document, {childList: true, subtree: true});

    // <th data-series="bar" data-scale="100" data-unit="¥">: one row of figures; td[data-value] holds the exact number.
    function series(table) {
        return all(table, 'thead th').map(function (head, column) {
            return {
                column: column,
                name: head.textContent.trim(),
                kind: head.getAttribute('data-series'),
                scale: Number(head.getAttribute('data-scale') || 1),
                unit: head.getAttribute('data-unit') || ''
            };
        }).filter(function (one) {
            return one.kind;
        });
    }

    function short(one) {
        var format = new Intl.NumberFormat(root.lang || 'en', {notation: 'compact', maximumFractionDigits: 1});
        return function (value) {
            return one.unit + format.format(value / one.scale);
        };
    }

    function option(figure) {
        var table = figure.querySelector('table');
        var rows = all(table, 'tbody tr');
        var shown = series(table);
        var style = getComputedStyle(root);
        var colour = function (name) {
            return style.getPropertyValue(name).trim();
        };
        var text = {color: colour('--muted'), fontSize: 13, fontFamily: getComputedStyle(document.body).fontFamily};
        var cell = function (row, column) {
            return row.cells[column].textContent.trim();
        };
        return {
            animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
            color: [colour('--accent'), colour('--warn'), colour('--bad')],
            textStyle: text,
            grid: {left: 8, right: 24, top: shown.length > 1 ? 44 : 16, bottom: 4, containLabel: true},
            legend: {show: shown.length > 1, top: 0, left: 0, textStyle: text, itemWidth: 14, selectedMode: false},
            // HTML tooltips carry inline styles, which the Content-Security-Policy forbids.
            tooltip: {
                trigger: 'axis',
                renderMode: 'richText',
                confine: true,
                backgroundColor: colour('--surface'),
                borderColor: colour('--line-strong'),
                textStyle: {color: colour('--ink'), fontSize: 13, fontFamily: text.fontFamily},
                axisPointer: {type: 'shadow', shadowStyle: {color: colour('--line'), opacity: 0.5}},
                formatter: function (points) {
                    var row = rows[points[0].dataIndex];
                    return [cell(row, 0)].concat(shown.map(function (one) {
                        return one.name + '  ' + cell(row, one.column);
                    })).join('\n');
                }
            },
            xAxis: {
                type: 'category',
                data: rows.map(function (row) {
                    return row.cells[0].getAttribute('data-short') || cell(row, 0);
                }),
                axisLabel: {color: text.color, fontSize: 13, hideOverlap: true},
                axisTick: {show: false},
                axisLine: {lineStyle: {color: colour('--line-strong')}}
            },
            // The last series has an axis of its own when it counts something else.
            yAxis: shown.map(function (one, i) {
                return {
                    type: 'value',
                    minInterval: one.scale,
                    position: i === 0 ? 'left' : 'right',
                    show: i === 0 || one.unit !== shown[0].unit,
                    axisLabel: {color: text.color, fontSize: 13, formatter: short(one)},
                    splitNumber: 4,
                    splitLine: {show: i === 0, lineStyle: {color: colour('--line')}}
                };
            }),
            series: shown.map(function (one, i) {
                return {
                    name: one.name,
                    type: one.kind,
                    yAxisIndex: one.unit === shown[0].unit ? 0 : i,
                    data: rows.map(function (row) {
                        return Number(row.cells[one.column].getAttribute('data-value'));
                    }),
                    barMaxWidth: 28,
                    barGap: '10%',
                    symbol: 'circle',
                    symbolSize: 5,
                    itemStyle: one.kind === 'bar' ? {borderRadius: [3, 3, 0, 0]} : {},
                    emphasis: {disabled: true}
                };
            })
        };
    }

    // The chart is a picture to those who listen; its words are those of the caption, and the table is at hand.
    function draw(figure) {
        var plot = figure.querySelector('.plot');
        plot.setAttribute('role', 'img');
        plot.setAttribute('aria-labelledby', figure.querySelector('figcaption').id);
        var chart = window.echarts.init(plot, null, {renderer: 'canvas'});
        chart.setOption(option(figure));
        plot.classList.remove('skeleton');
        charts.push({figure: figure, chart: chart});
        new ResizeObserver(function () {
            chart.resize();
        }).observe(plot);
    }

    function redraw() {
        charts.forEach(function (one) {
            one.chart.setOption(option(one.figure), true);
        });
    }

    function ready() {
        arrivals.disconnect();
        fold();
        all(document, '.chart.drawn').forEach(function (figure) {
            if (window.echarts) {
                draw(figure);
            } else {
                figure.classList.remove('drawn');
                figure.querySelector('details').open = true;
            }
        });
        window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
        window.matchMedia('(prefers-reduced-motion: reduce)').addEventListener('change', redraw);
    }

    document.addEventListener('DOMContentLoaded', ready);
})();
