package org.gomall.bench.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gomall.bench.duel.Duel;
import org.gomall.bench.duel.Work;

/** A report for people: one file with plots that needs no network. */
public final class HtmlReport {

    private HtmlReport() {}

    /** The page. */
    public static String of(BenchReport report) {
        StringBuilder page = new StringBuilder();
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>GoMall: benchmarks</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n<h1>GoMall: benchmarks</h1>\n<p class=\"verdict ")
                .append(report.isValid() && report.troubles().isEmpty() ? "good" : "bad")
                .append("\">")
                .append(Text.html(Verdict.of(report)))
                .append("</p>\n");
        report.troubles().forEach(trouble -> page.append("<p class=\"verdict bad\">Not measured: ")
                .append(Text.html(trouble))
                .append("</p>\n"));
        ratios(page, report);
        starts(page, report.starts());
        report.curves().forEach(curve -> curve(page, curve));
        if (report.growth() != null) {
            page.append(GrowthPart.html(report.growth()));
        }
        if (report.anatomy() != null) {
            anatomy(page, report.anatomy());
        }
        if (!report.trace().isEmpty()) {
            page.append("<h2>One order step by step</h2>\n").append(Waterfall.of(report.trace()));
        }
        facts(page, report);
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void ratios(StringBuilder page, BenchReport report) {
        if (report.ratios().isEmpty()) {
            return;
        }
        page.append("<h2>Ratios</h2>\n");
        page.append(BarPlot.of(
                "Median of the rounds, with the lowest and the highest; the dashed mark is the goal",
                report.ratios().stream()
                        .map(ratio -> new BarPlot.Bar(
                                ratio.name(),
                                report.score(ratio),
                                ratio.spread().lowest(),
                                ratio.spread().highest(),
                                ratio.goal()))
                        .toList()));
        page.append("<div class=\"wide\"><table>\n<thead><tr><th>Ratio</th><th class=\"n\">Goal</th>"
                + "<th class=\"n\">Median</th><th class=\"n\">Rounds</th><th class=\"n\">/s</th><th class=\"n\">Against /s</th>"
                + "<th class=\"n\">p50 / p99 ms</th></tr></thead>\n<tbody>\n");
        report.ratios().forEach(ratio -> ratio(page, report, ratio));
        page.append(
                "</tbody></table></div>\n<h2>CPU milliseconds of each request</h2>\n<div class=\"wide\"><table>\n"
                        + "<thead><tr><th>Ratio</th><th>Side</th><th class=\"n\">All</th><th>By process</th></tr></thead>\n<tbody>\n");
        report.ratios().forEach(ratio -> {
            Duel.Outcome outcome = ratio.outcome();
            cpu(page, ratio.name(), outcome.ours(), outcome.ourWork());
            cpu(page, ratio.name(), outcome.reference(), outcome.referenceWork());
        });
        page.append("</tbody></table></div>\n");
    }

    private static void ratio(StringBuilder page, BenchReport report, Ratio ratio) {
        Duel.Outcome outcome = ratio.outcome();
        page.append("<tr><td><b>")
                .append(Text.html(ratio.name()))
                .append("</b><div class=\"small\">")
                .append(Text.html(ratio.words()))
                .append("</div>");
        ratio.doubts().forEach(doubt -> page.append("<div class=\"small missed\">")
                .append(Text.html(doubt))
                .append("</div>"));
        page.append("</td>");
        cell(page, Text.goal(ratio.goal()));
        cell(page, Text.ratio(report.score(ratio)) + (report.isReached(ratio) ? "" : " (missed)"));
        cell(
                page,
                Text.ratio(ratio.spread().lowest()) + " – "
                        + Text.ratio(ratio.spread().highest()));
        cell(page, Text.rate(outcome.ourWork().slice().perSecond()));
        cell(page, Text.rate(outcome.referenceWork().slice().perSecond()));
        cell(
                page,
                Text.millis(outcome.ourWork().slice().millisAt(50)) + " / "
                        + Text.millis(outcome.ourWork().slice().millisAt(99)));
        page.append("</tr>\n");
    }

    private static void cpu(StringBuilder page, String name, String side, Work work) {
        page.append("<tr><td>")
                .append(Text.html(name))
                .append("</td><td>")
                .append(Text.html(side))
                .append("</td>");
        cell(page, Text.millis(work.totalMillisEach()));
        page.append("<td>").append(Text.html(Text.each(work.millisEach()))).append("</td></tr>\n");
    }

    private static void starts(StringBuilder page, List<Start> starts) {
        if (starts.isEmpty()) {
            return;
        }
        page.append("<h2>./gomall up with everything built</h2>\n<div class=\"wide\"><table>\n<thead><tr><th>Start</th>"
                + "<th class=\"n\">Ready</th><th class=\"n\">First order paid</th><th class=\"n\">Goal</th><th class=\"n\">Memory</th>"
                + "</tr></thead>\n<tbody>\n");
        for (Start start : starts) {
            page.append("<tr><td>").append(Text.html(start.name())).append("</td>");
            cell(page, String.format(Locale.ROOT, "%.1f s", start.readySeconds()));
            cell(page, String.format(Locale.ROOT, "%.1f s", start.paidSeconds()));
            cell(page, String.format(Locale.ROOT, "≤ %.0f s", BenchReport.START_GOAL));
            cell(page, start.megabytes() + " MB");
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    private static void curve(StringBuilder page, Curve curve) {
        page.append("<h2>").append(Text.html(curve.title())).append("</h2>\n");
        page.append(LinePlot.of("Answers a second", curve, Curve.Point::perSecond));
        page.append(LinePlot.latencies(curve));
    }

    private static void anatomy(StringBuilder page, Anatomy anatomy) {
        page.append(String.format(
                Locale.ROOT,
                "<h2>What one order costs</h2>%n<p>Mean of %d orders, one after the other (p50 %.1f ms), with everything that"
                        + " happens because of them: the request, the second phase and the events.</p>%n<div class=\"parts\">%n",
                anatomy.orders(),
                anatomy.median()));
        part(page, "SQL statements", anatomy.statements());
        part(page, "Calls over Dubbo", anatomy.calls());
        part(page, "Messages of the coordinator", anatomy.coordinator());
        part(page, "CPU milliseconds", anatomy.cpuMillis());
        page.append("</div>\n");
    }

    private static void part(StringBuilder page, String title, Map<String, Double> values) {
        page.append("<table>\n<thead><tr><th>").append(Text.html(title)).append("</th>");
        page.append("<th class=\"n\">")
                .append(Text.millis(values.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()))
                .append("</th></tr></thead>\n<tbody>\n");
        values.forEach((name, value) -> {
            page.append("<tr><td>").append(Text.html(name)).append("</td>");
            cell(page, Text.millis(value));
            page.append("</tr>\n");
        });
        page.append("</tbody></table>\n");
    }

    private static void facts(StringBuilder page, BenchReport report) {
        page.append("<h2>Where and with what</h2>\n<dl class=\"facts\">\n<dt>Started</dt><dd>")
                .append(report.startedAt().truncatedTo(ChronoUnit.SECONDS))
                .append("</dd>\n");
        report.facts().forEach((name, value) -> page.append("<dt>")
                .append(Text.html(name))
                .append("</dt><dd>")
                .append(Text.html(value))
                .append("</dd>\n"));
        page.append("</dl>\n");
    }

    private static void cell(StringBuilder page, String value) {
        page.append("<td class=\"n\">").append(Text.html(value)).append("</td>");
    }

    private static String style() {
        try (InputStream file = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
