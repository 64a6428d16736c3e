package org.gomall.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The part of both reports that tells what growth costs. */
final class GrowthPart {

    private static final int LINES = 4;

    private GrowthPart() {}

    /** Tables of latency, rows and CPU, a row for each request and a column for each size. */
    static String markdown(Growth growth) {
        StringBuilder page = new StringBuilder("### What requests cost while the mall grows\n\n");
        table(
                page,
                growth,
                "p50 / p95 ms",
                cost -> Text.millis(cost.median()) + " / " + Text.millis(cost.p95())
                        + (cost.failedShare() > 0.01 ? " (" + Text.percent(cost.failedShare()) + " failed)" : ""));
        table(page, growth, "rows and index entries read by the database", cost -> rows(cost.rows()));
        table(page, growth, "CPU ms of all processes", cost -> Text.millis(cost.cpu()));
        return page.toString();
    }

    /** The same with plots over the sizes, whose steps are about tenfold. */
    static String html(Growth growth) {
        StringBuilder page = new StringBuilder("<h2>What requests cost while the mall grows</h2>\n<p>Steps: ");
        page.append(Text.html(String.join("; ", growth.sizes()))).append("</p>\n");
        for (List<Growth.Line> lines : bundles(growth)) {
            plot(page, lines, "Rows read", Growth.Cost::rows);
            plot(page, lines, "Median in ms", Growth.Cost::median);
        }
        return page.append("<pre>")
                .append(Text.html(markdown(growth)))
                .append("</pre>\n")
                .toString();
    }

    private static void table(StringBuilder page, Growth growth, String figure, Function<Growth.Cost, String> shown) {
        page.append("| ")
                .append(figure)
                .append(" | ")
                .append(String.join(" | ", growth.sizes()))
                .append(" |\n|---|");
        page.append("---|".repeat(growth.sizes().size())).append('\n');
        growth.lines().forEach(line -> page.append("| ")
                .append(line.group())
                .append(": ")
                .append(line.name())
                .append(" | ")
                .append(line.costs().stream().map(shown).collect(Collectors.joining(" | ")))
                .append(" |\n"));
        page.append('\n');
    }

    /** So few lines of one group that their colours differ. */
    private static List<List<Growth.Line>> bundles(Growth growth) {
        return growth.lines().stream()
                .map(Growth.Line::group)
                .distinct()
                .map(group -> growth.lines().stream()
                        .filter(line -> line.group().equals(group))
                        .toList())
                .flatMap(lines -> IntStream.range(0, (lines.size() + LINES - 1) / LINES)
                        .mapToObj(i -> lines.subList(i * LINES, Math.min(lines.size(), (i + 1) * LINES))))
                .toList();
    }

    private static void plot(
            StringBuilder page, List<Growth.Line> lines, String title, ToDoubleFunction<Growth.Cost> figure) {
        List<Curve.Line> curves = lines.stream()
                .map(line -> new Curve.Line(
                        line.name(),
                        IntStream.range(0, line.costs().size())
                                .mapToObj(i -> new Curve.Point(
                                        i + 1,
                                        0,
                                        figure.applyAsDouble(line.costs().get(i)),
                                        0,
                                        0))
                                .toList()))
                .toList();
        page.append(LinePlot.of(
                lines.get(0).group() + ": " + title, new Curve("", "steps of growth", curves), Curve.Point::median));
    }

    private static String rows(double rows) {
        return String.format(Locale.ROOT, rows < 10 ? "%.1f" : "%,.0f", rows);
    }
}
