package org.gomall.e2e.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A report for people: one file that needs no network, with plots when there was one load for all faults. */
final class ReportPage {

    private static final Duration SLOWEST_SHOWN = Duration.ofSeconds(5);

    private ReportPage() {}

    static String of(Report report) {
        StringBuilder page = new StringBuilder();
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(Html.text("GoMall: " + report.title()))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(Html.text("GoMall: " + report.title()))
                .append("</h1>\n");
        summary(page, report);
        if (!report.samples().isEmpty()) {
            plots(page, report);
        }
        faults(page, report.episodes());
        if (!report.laws().isEmpty()) {
            laws(page, report.laws());
        }
        facts(page, report);
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void summary(StringBuilder page, Report report) {
        page.append("<p class=\"verdict ")
                .append(report.isGood() ? "good" : "bad")
                .append("\">")
                .append(verdict(report))
                .append("</p>\n");
        if (report.samples().isEmpty()) {
            return;
        }
        Figures all = Figures.of(report.samples(), report.length());
        page.append("<dl class=\"tiles\">\n");
        tile(page, "Available", Html.percent(all.availability()));
        tile(page, "Requests", String.format("%,d", all.requests()));
        tile(page, "Requests a second", Html.number(all.perSecond()));
        tile(page, "Faults", Integer.toString(report.episodes().size()));
        tile(
                page,
                "p50 / p95 / p99",
                all.p50().toMillis() + " / " + all.p95().toMillis() + " / "
                        + all.p99().toMillis() + " ms");
        tile(page, "Slowest", Html.seconds(all.slowest()));
        page.append("</dl>\n");
    }

    private static String verdict(Report report) {
        if (report.laws().isEmpty()) {
            return report.episodes().size() + " faults, each one with every law checked behind it.";
        }
        long broken = report.laws().stream().filter(law -> !law.holds()).count();
        return broken == 0
                ? "Every law holds after " + report.episodes().size() + " faults in " + Html.clock(report.length())
                        + " minutes."
                : broken + " of " + report.laws().size() + " laws are broken.";
    }

    private static void tile(StringBuilder page, String name, String value) {
        page.append("<div><dt>")
                .append(Html.text(name))
                .append("</dt><dd>")
                .append(Html.text(value))
                .append("</dd></div>\n");
    }

    private static void plots(StringBuilder page, Report report) {
        List<Series.Step> steps = Series.of(report);
        page.append("<h2>Over time</h2>\n<p>Bands are faults, from their beginning until every part was ready again;"
                + " the numbers are those of the table.</p>\n");
        page.append(new Plot("Requests", "a second", report, steps, step -> step.figures()
                        .perSecond())
                .line("answered", "one", step -> step.figures().perSecond() - step.failuresPerSecond())
                .line("failed", "bad", Series.Step::failuresPerSecond)
                .svg());
        page.append(new Plot("Failures", "% of the requests", report, steps, step -> 100)
                .line(
                        "50300, 50400, other 5xx, no answer",
                        "bad",
                        step -> 100 * step.figures().errorRatio())
                .svg());
        page.append(new Plot("Latency", "ms, everything above 5 s at the top", report, steps, ReportPage::slowest)
                .line("p99", "three", step -> step.figures().p99().toMillis())
                .line("p95", "two", step -> step.figures().p95().toMillis())
                .line("p50", "one", step -> step.figures().p50().toMillis())
                .svg());
    }

    private static double slowest(Series.Step step) {
        return Math.min(SLOWEST_SHOWN.toMillis(), step.figures().p99().toMillis());
    }

    private static void faults(StringBuilder page, List<Episode> episodes) {
        page.append("<h2>Faults</h2>\n<div class=\"wide\"><table>\n<thead><tr><th>#</th><th>At</th><th>Fault</th>"
                + "<th class=\"n\">Available</th><th class=\"n\">Browsing</th><th class=\"n\">Requests</th>"
                + "<th class=\"n\">50300/50400</th><th class=\"n\">Other errors</th><th class=\"n\">p95</th>"
                + "<th class=\"n\">Slowest</th><th class=\"n\">Lasted</th><th class=\"n\">Well after</th>"
                + "</tr></thead>\n<tbody>\n");
        int number = 0;
        for (Episode episode : episodes) {
            number++;
            Figures during = episode.during();
            page.append("<tr><td>")
                    .append(number)
                    .append("</td><td>")
                    .append(Html.clock(episode.began()))
                    .append("</td><td>")
                    .append(Html.text(episode.fault()))
                    .append("<div class=\"small\">")
                    .append(Html.text(episode.note()))
                    .append("</div></td>");
            cell(page, Html.percent(during.availability()));
            cell(page, Html.percent(episode.browsing().availability()));
            cell(page, Integer.toString(during.requests()));
            cell(page, Integer.toString(during.unavailable()));
            cell(page, Integer.toString(during.errors()));
            cell(page, during.p95().toMillis() + " ms");
            cell(page, during.slowest().toMillis() + " ms");
            cell(page, Html.seconds(episode.ended().minus(episode.began())));
            cell(page, episode.recovery().map(Html::seconds).orElse("—"));
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n<p class=\"small\">Available: share of the requests sent while the fault"
                + " lasted (at least five seconds) that were answered as asked for, refused by a rule of the business, or"
                + " told to come back (42900). Well after: from the end of the fault until less than 1 % of the requests"
                + " fail, for three seconds in a row; the start of the killed process is part of it. — means that it was not seen"
                + " before the next fault.</p>\n");
    }

    private static void cell(StringBuilder page, String value) {
        page.append("<td class=\"n\">").append(Html.text(value)).append("</td>");
    }

    private static void laws(StringBuilder page, List<Report.Law> laws) {
        page.append(
                "<h2>Laws, checked in all schemas at the end</h2>\n<div class=\"wide\"><table>\n<thead><tr><th>Law</th>"
                        + "<th>Says</th><th>Holds</th></tr></thead>\n<tbody>\n");
        for (Report.Law law : laws) {
            page.append("<tr><td>")
                    .append(Html.text(law.name()))
                    .append("</td><td>")
                    .append(Html.text(law.words()))
                    .append("</td><td>")
                    .append(
                            law.holds()
                                    ? "yes"
                                    : "<b class=\"bad\">no</b>: " + Html.text(String.join("; ", law.violations())))
                    .append("</td></tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    private static void facts(StringBuilder page, Report report) {
        page.append("<h2>Where and with what</h2>\n<dl class=\"facts\">\n<dt>Started</dt><dd>")
                .append(report.startedAt().truncatedTo(ChronoUnit.SECONDS))
                .append("</dd>\n");
        report.facts().forEach((name, value) -> page.append("<dt>")
                .append(Html.text(name))
                .append("</dt><dd>")
                .append(Html.text(value))
                .append("</dd>\n"));
        page.append("</dl>\n");
    }

    private static String style() {
        try (InputStream file = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
