package org.gomall.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Curves over steps that stand at equal distances, whatever they are. */
final class LinePlot {

    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 230;
    private static final int LEFT = 60;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;
    private static final int RIGHT = 24;
    private static final List<String> COLOURS = List.of("one", "two", "three", "four");

    private final String title;
    private final List<Double> steps;
    private final double top;
    private final List<String> lines = new ArrayList<>();
    private final List<String> legend = new ArrayList<>();

    /**
     * @param steps the values of x
     * @param highest the largest value that has to fit
     */
    LinePlot(String title, List<Double> steps, double highest) {
        this.title = title;
        this.steps = steps;
        this.top = Axis.roundUp(highest);
    }

    /** Curves of the same figure of several lines. */
    static String of(String title, Curve curve, ToDoubleFunction<Curve.Point> figure) {
        double highest = curve.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(figure)
                .max()
                .orElse(1);
        LinePlot plot = new LinePlot(title + " over " + curve.axis(), steps(curve), highest);
        curve.lines().forEach(line -> plot.line(line.name(), line.points(), figure));
        return plot.svg();
    }

    /** Median and p99 of every line. */
    static String latencies(Curve curve) {
        double highest = curve.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Curve.Point::p99)
                .max()
                .orElse(1);
        LinePlot plot = new LinePlot("Latency in ms over " + curve.axis(), steps(curve), highest);
        for (Curve.Line line : curve.lines()) {
            plot.line(line.name() + " p50", line.points(), Curve.Point::median);
            plot.line(line.name() + " p99", line.points(), Curve.Point::p99);
        }
        return plot.svg();
    }

    private static List<Double> steps(Curve curve) {
        return curve.lines().stream()
                .flatMap(line -> line.points().stream())
                .map(Curve.Point::x)
                .distinct()
                .sorted()
                .toList();
    }

    private void line(String name, List<Curve.Point> points, ToDoubleFunction<Curve.Point> figure) {
        String colour = COLOURS.get(lines.size() % COLOURS.size());
        StringBuilder drawn = new StringBuilder();
        for (Curve.Point point : points) {
            drawn.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point.x()), y(figure.applyAsDouble(point))));
        }
        lines.add("<polyline class=\"line " + colour + "\" points=\""
                + drawn.toString().strip() + "\"/>");
        legend.add("<span class=\"key " + colour + "\"></span>" + Text.html(name));
    }

    private String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<figure><figcaption><b>%s</b> %s</figcaption>%n<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
                Text.html(title),
                String.join(" ", legend),
                WIDTH,
                HEIGHT,
                Text.html(title)));
        for (int i = 0; i <= 4; i++) {
            double value = top * i / 4;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text class=\"scale\" x=\"%d\" y=\"%.1f\">%s</text>%n",
                    LEFT,
                    WIDTH - RIGHT,
                    y(value),
                    y(value),
                    LEFT - 6,
                    y(value) + 4,
                    Axis.label(value)));
        }
        for (double step : steps) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"time\" x=\"%.1f\" y=\"%d\">%s</text>%n",
                    x(step),
                    HEIGHT - 8,
                    Axis.label(step)));
        }
        lines.forEach(line -> svg.append(line).append('\n'));
        return svg.append("</svg></figure>\n").toString();
    }

    private double x(double step) {
        double share = steps.size() < 2 ? 0.5 : (double) steps.indexOf(step) / (steps.size() - 1);
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return TOP + (1 - Math.min(1, value / top)) * (HEIGHT - TOP - BOTTOM);
    }
}
