package org.gomall.bench.report;

import java.util.List;
import java.util.Locale;

/** Steps as bars below each other, from when to when. */
final class Waterfall {

    private static final int WIDTH = 1_000;
    private static final int LEFT = 120;
    private static final int RIGHT = 10;
    private static final int ROW = 19;
    private static final int LONGEST = 110;

    private Waterfall() {}

    static String of(List<Step> steps) {
        double end = steps.stream()
                .mapToDouble(step -> step.at() + step.millis())
                .max()
                .orElse(1);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<figure><figcaption><b>Steps of one order</b> over %.1f ms</figcaption>%n"
                        + "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Steps of one order\">%n",
                end,
                WIDTH,
                steps.size() * ROW + 4));
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            double from = LEFT + step.at() / end * (WIDTH - LEFT - RIGHT);
            double width = Math.max(1.5, step.millis() / end * (WIDTH - LEFT - RIGHT));
            // Text that would leave the picture to the right ends at its bar.
            boolean late = from > WIDTH / 2.0;
            svg.append(String.format(
                    Locale.ROOT,
                    "<g><title>%s</title><text class=\"scale\" x=\"%d\" y=\"%d\">%s</text>"
                            + "<rect class=\"step %s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>"
                            + "<text class=\"%s\" x=\"%.1f\" y=\"%d\">%s</text></g>%n",
                    Text.html(step.what()),
                    LEFT - 6,
                    i * ROW + 14,
                    Text.html(step.application()),
                    step.isSql() ? "sql" : "call",
                    from,
                    i * ROW + 2,
                    width,
                    ROW - 4,
                    late ? "scale" : "what",
                    late ? from - 4 : from + 4,
                    i * ROW + 14,
                    Text.html(String.format(Locale.ROOT, "%.1f ms  %s", step.millis(), shortened(step.what())))));
        }
        return svg.append("</svg></figure>\n").toString();
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + " …";
    }
}
