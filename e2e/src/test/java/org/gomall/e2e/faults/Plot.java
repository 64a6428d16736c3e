package org.gomall.e2e.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Lines over the time of a run as inline SVG, with the faults as bands behind them. */
final class Plot {

    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 230;
    private static final int LEFT = 52;
    private static final int TOP = 18;
    private static final int BOTTOM = 28;
    private static final int RIGHT = 22;

    private final String title;
    private final String unit;
    private final Report report;
    private final List<Series.Step> steps;
    private final List<String> lines = new ArrayList<>();
    private final List<String> legend = new ArrayList<>();
    private final double top;

    /**
     * @param highest what decides the scale
     */
    Plot(String title, String unit, Report report, List<Series.Step> steps, ToDoubleFunction<Series.Step> highest) {
        this.title = title;
        this.unit = unit;
        this.report = report;
        this.steps = steps;
        this.top = roundUp(steps.stream().mapToDouble(highest).max().orElse(1));
    }

    Plot line(String name, String colour, ToDoubleFunction<Series.Step> value) {
        StringBuilder points = new StringBuilder();
        for (Series.Step step : steps) {
            points.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    x(step.from().plus(step.length().dividedBy(2))),
                    y(value.applyAsDouble(step))));
        }
        lines.add("<polyline class=\"line " + colour + "\" points=\""
                + points.toString().strip() + "\"/>");
        legend.add("<span class=\"key " + colour + "\"></span>" + Html.text(name));
        return this;
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<figure><figcaption><b>")
                .append(Html.text(title))
                .append("</b> ")
                .append(Html.text(unit))
                .append(" ")
                .append(String.join(" ", legend))
                .append("</figcaption>\n<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\" role=\"img\" aria-label=\"")
                .append(Html.text(title + " over time, with the faults marked"))
                .append("\">\n");
        bands(svg);
        grid(svg);
        lines.forEach(line -> svg.append(line).append('\n'));
        return svg.append("</svg></figure>\n").toString();
    }

    private void bands(StringBuilder svg) {
        int number = 0;
        for (Episode episode : report.episodes()) {
            number++;
            double from = x(episode.began());
            double until = Math.max(from + 2, x(episode.healed()));
            svg.append(String.format(
                    Locale.ROOT,
                    "<g><title>%s</title><rect class=\"band\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>"
                            + "<text class=\"number\" x=\"%.1f\" y=\"%d\">%d</text></g>%n",
                    Html.text(episode.fault()),
                    from,
                    TOP,
                    until - from,
                    HEIGHT - TOP - BOTTOM,
                    (from + until) / 2,
                    TOP - 5,
                    number));
        }
    }

    private void grid(StringBuilder svg) {
        for (int i = 0; i <= 4; i++) {
            double value = top * i / 4;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                            + "<text class=\"scale\" x=\"%d\" y=\"%.1f\">%s</text>%n",
                    LEFT,
                    WIDTH - RIGHT,
                    y(value),
                    y(value),
                    LEFT - 6,
                    y(value) + 4,
                    label(value)));
        }
        long seconds = Math.max(1, report.length().toSeconds());
        long gap = Math.max(30, (seconds / 10 + 29) / 30 * 30);
        for (long at = 0; at <= seconds; at += gap) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"time\" x=\"%.1f\" y=\"%d\">%d:%02d</text>%n",
                    x(Duration.ofSeconds(at)),
                    HEIGHT - 8,
                    at / 60,
                    at % 60));
        }
    }

    private double x(Duration at) {
        double share = at.toMillis() / (double) Math.max(1, report.length().toMillis());
        return LEFT + Math.min(1, share) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return TOP + (1 - Math.min(1, value / top)) * (HEIGHT - TOP - BOTTOM);
    }

    private static String label(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    /** The next of 1, 2, 4, 6, 8, 10, 20, 40 … that is not below a value. */
    private static double roundUp(double value) {
        double scale = Math.pow(10, Math.floor(Math.log10(Math.max(1, value))));
        for (double step : new double[] {1, 2, 4, 6, 8, 10}) {
            if (step * scale >= value) {
                return step * scale;
            }
        }
        return 10 * scale;
    }
}
