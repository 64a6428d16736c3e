package org.gomall.bench.report;

import java.util.List;
import java.util.Locale;

/** Figures as bars with whiskers from the lowest to the highest, and a mark at what was wanted. */
final class BarPlot {

    /**
     * One bar, in any unit.
     *
     * @param goal where the mark is
     */
    record Bar(String name, double value, double lowest, double highest, double goal) {

        boolean isGood() {
            return value >= goal;
        }
    }

    private static final int WIDTH = 1_000;
    private static final int LEFT = 130;
    private static final int RIGHT = 70;
    private static final int ROW = 34;
    private static final int TOP = 8;
    private static final int BOTTOM = 26;

    private BarPlot() {}

    static String of(String title, List<Bar> bars) {
        double top = Axis.roundUp(bars.stream()
                .mapToDouble(bar -> Math.max(bar.highest(), bar.goal()))
                .max()
                .orElse(1));
        int height = TOP + bars.size() * ROW + BOTTOM;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<figure><figcaption><b>%s</b></figcaption>%n<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
                Text.html(title),
                WIDTH,
                height,
                Text.html(title)));
        grid(svg, top, height);
        for (int i = 0; i < bars.size(); i++) {
            bar(svg, bars.get(i), top, TOP + i * ROW);
        }
        return svg.append("</svg></figure>\n").toString();
    }

    private static void grid(StringBuilder svg, double top, int height) {
        for (int i = 0; i <= 4; i++) {
            double value = top * i / 4;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/><text class=\"time\" x=\"%.1f\" y=\"%d\">%s</text>%n",
                    x(value, top),
                    x(value, top),
                    TOP,
                    height - BOTTOM,
                    x(value, top),
                    height - 8,
                    Axis.label(value)));
        }
    }

    private static void bar(StringBuilder svg, Bar bar, double top, int y) {
        int middle = y + ROW / 2;
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"scale\" x=\"%d\" y=\"%d\">%s</text><rect class=\"bar %s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                LEFT - 8,
                middle + 4,
                Text.html(bar.name()),
                bar.isGood() ? "good" : "missed",
                LEFT,
                y + 8,
                x(bar.value(), top) - LEFT,
                ROW - 16));
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"whisker\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>"
                        + "<line class=\"goal\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"><title>goal %s</title></line>"
                        + "<text class=\"value\" x=\"%.1f\" y=\"%d\">%s</text>%n",
                x(bar.lowest(), top),
                x(bar.highest(), top),
                middle,
                middle,
                x(bar.goal(), top),
                x(bar.goal(), top),
                y + 3,
                y + ROW - 3,
                Text.ratio(bar.goal()),
                Math.max(x(bar.highest(), top), x(bar.value(), top)) + 8,
                middle + 4,
                Text.ratio(bar.value())));
    }

    private static double x(double value, double top) {
        return LEFT + Math.min(1, Math.max(0, value / top)) * (WIDTH - LEFT - RIGHT);
    }
}
