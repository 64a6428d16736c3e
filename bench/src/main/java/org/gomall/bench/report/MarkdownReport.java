package org.gomall.bench.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gomall.bench.duel.Duel;

/** A report as Markdown, made to be put into docs/benchmarks.md. */
public final class MarkdownReport {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private MarkdownReport() {}

    /** The whole report. */
    public static String of(BenchReport report) {
        StringBuilder page = new StringBuilder();
        page.append("## Run of ").append(DATE.format(report.startedAt())).append("\n\n");
        page.append(Verdict.of(report)).append("\n\n");
        report.facts().forEach((name, value) -> page.append("- **")
                .append(name)
                .append("**: ")
                .append(value)
                .append('\n'));
        report.troubles()
                .forEach(trouble ->
                        page.append("- **Not measured**: ").append(trouble).append('\n'));
        page.append('\n').append(summary(report));
        cpu(page, report);
        report.curves().forEach(curve -> curve(page, curve));
        if (report.growth() != null) {
            page.append(GrowthPart.markdown(report.growth()));
        }
        if (report.anatomy() != null) {
            anatomy(page, report.anatomy());
        }
        if (!report.trace().isEmpty()) {
            trace(page, report.trace());
        }
        return page.toString();
    }

    /** The tables of ratios and starts. */
    public static String summary(BenchReport report) {
        StringBuilder page = new StringBuilder();
        if (!report.ratios().isEmpty()) {
            page.append(
                    "| ratio | goal | median | rounds from – to | ours /s | reference /s | p50 / p99 ms | CPU ms each |"
                            + " others’ cores | remarks |\n");
            page.append("|---|---|---|---|---|---|---|---|---|---|\n");
            report.ratios().forEach(ratio -> row(page, report, ratio));
            page.append('\n');
        }
        if (!report.starts().isEmpty()) {
            page.append(
                    "| `./gomall up` with everything built | ready | first order paid | goal | memory |\n|---|---|---|---|---|\n");
            report.starts()
                    .forEach(start -> page.append(String.format(
                            Locale.ROOT,
                            "| %s | %.1f s | %.1f s | ≤ %.0f s | %d MB |%n",
                            start.name(),
                            start.readySeconds(),
                            start.paidSeconds(),
                            BenchReport.START_GOAL,
                            start.megabytes())));
            page.append('\n');
        }
        return page.toString();
    }

    private static void row(StringBuilder page, BenchReport report, Ratio ratio) {
        Duel.Outcome outcome = ratio.outcome();
        page.append("| ")
                .append(String.join(
                        " | ",
                        "**" + ratio.name() + "**: " + ratio.words(),
                        Text.goal(ratio.goal()),
                        "**" + Text.ratio(report.score(ratio)) + "**" + (report.isReached(ratio) ? "" : " (missed)"),
                        Text.ratio(ratio.spread().lowest()) + " – "
                                + Text.ratio(ratio.spread().highest()),
                        Text.rate(outcome.ourWork().slice().perSecond()),
                        Text.rate(outcome.referenceWork().slice().perSecond()),
                        Text.millis(outcome.ourWork().slice().millisAt(50)) + " / "
                                + Text.millis(outcome.ourWork().slice().millisAt(99)),
                        Text.millis(outcome.ourWork().totalMillisEach()) + " against "
                                + Text.millis(outcome.referenceWork().totalMillisEach()),
                        String.format(
                                Locale.ROOT,
                                "%.2f",
                                (outcome.ourWork().coresOfOthers()
                                                + outcome.referenceWork().coresOfOthers())
                                        / 2),
                        String.join("; ", ratio.doubts()).replace("|", "/")))
                .append(" |\n");
    }

    private static void cpu(StringBuilder page, BenchReport report) {
        if (report.ratios().isEmpty()) {
            return;
        }
        page.append(
                "### CPU milliseconds of each request, by process\n\n| ratio | side | by process |\n|---|---|---|\n");
        report.ratios().forEach(ratio -> {
            Duel.Outcome outcome = ratio.outcome();
            cpu(page, ratio.name(), outcome.ours(), outcome.ourWork().millisEach());
            cpu(page, ratio.name(), outcome.reference(), outcome.referenceWork().millisEach());
        });
        page.append('\n');
    }

    private static void cpu(StringBuilder page, String name, String side, Map<String, Double> millis) {
        page.append("| ")
                .append(String.join(" | ", name, side, Text.each(millis)))
                .append(" |\n");
    }

    private static void curve(StringBuilder page, Curve curve) {
        page.append("### ").append(curve.title()).append("\n\n| ").append(curve.axis());
        page.append(" | what | /s | p50 ms | p99 ms | failed |\n|---|---|---|---|---|---|\n");
        for (Curve.Line line : curve.lines()) {
            for (Curve.Point point : line.points()) {
                page.append("| ")
                        .append(String.join(
                                " | ",
                                String.format(Locale.ROOT, "%.0f", point.x()),
                                line.name(),
                                Text.rate(point.perSecond()),
                                Text.millis(point.median()),
                                Text.millis(point.p99()),
                                Text.percent(point.failedShare())))
                        .append(" |\n");
            }
        }
        page.append('\n');
    }

    private static void anatomy(StringBuilder page, Anatomy anatomy) {
        page.append(String.format(
                Locale.ROOT,
                "### What one order costs%n%nMean of %d orders, one after the other (p50 %.1f ms), with everything that happens"
                        + " because of them.%n%n",
                anatomy.orders(),
                anatomy.median()));
        part(page, "SQL statements", anatomy.statements());
        part(page, "Calls over Dubbo", anatomy.calls());
        part(page, "Messages of the transaction coordinator", anatomy.coordinator());
        part(page, "CPU milliseconds", anatomy.cpuMillis());
    }

    private static void part(StringBuilder page, String title, Map<String, Double> values) {
        double sum = values.values().stream().mapToDouble(Double::doubleValue).sum();
        page.append("| ").append(title).append(" | ").append(Text.millis(sum)).append(" |\n|---|---|\n");
        values.forEach((name, value) -> page.append("| ")
                .append(name)
                .append(" | ")
                .append(Text.millis(value))
                .append(" |\n"));
        page.append('\n');
    }

    private static void trace(StringBuilder page, List<Step> steps) {
        long sql = steps.stream().filter(Step::isSql).count();
        page.append("### One order step by step\n\nThe order whose time is the median of some; ")
                .append(sql)
                .append(
                        " steps are SQL. The second phase is no part of a trace.\n\n| at ms | ms | where | what |\n|---|---|---|---|\n");
        steps.forEach(step -> page.append("| ")
                .append(String.join(
                        " | ",
                        Text.millis(step.at()),
                        Text.millis(step.millis()),
                        step.application(),
                        "`" + step.what().replace("`", "").replace("|", "/") + "`"))
                .append(" |\n"));
        page.append('\n');
    }
}
