package org.gomall.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.HdrHistogram.Histogram;
import org.gomall.bench.duel.CpuMeter;
import org.gomall.bench.duel.Duel;
import org.gomall.bench.duel.Work;
import org.gomall.bench.load.Slice;
import org.gomall.bench.stats.Round;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportsTest {

    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

    private static Work work(long done) {
        Histogram latencies = new Histogram(60_000_000_000L, 3);
        latencies.recordValue(4_000_000);
        return new Work(
                new Slice(done, 0, Duration.ofSeconds(10), latencies, ""),
                new CpuMeter.Usage(Map.of("consumer-web", 5.0), 7));
    }

    private static Ratio ratio(String name, double goal, double... ratios) {
        List<Round> rounds = Arrays.stream(ratios)
                .mapToObj(ratio -> new Round(1_000 * ratio, 1_000))
                .toList();
        return new Ratio(
                name,
                name + " <b> / hello",
                goal,
                new Duel.Outcome("ours", "hello", rounds, work(5_000), work(10_000), true));
    }

    private static BenchReport report(boolean quick, List<String> violations) {
        return new BenchReport(
                STARTED,
                quick,
                Map.of("Machine", "2 cores & more"),
                List.of(ratio("product", 0.7, 0.8, 0.75, 0.9), ratio("orders", 0.15, 0.1, 0.11, 0.12)),
                List.of(new Curve(
                        "Product detail over clients",
                        "clients",
                        List.of(
                                new Curve.Line("product", List.of(point(1, 700), point(8, 3_100))),
                                new Curve.Line("hello", List.of(point(1, 900), point(8, 4_000)))))),
                new Anatomy(
                        200, 12.5, Map.of("select", 9.0), Map.of("A:b", 3.0), Map.of("begin", 1.0), Map.of("web", 2.0)),
                List.of(
                        new Step(0, 12.5, "consumer-web", "POST /api/orders"),
                        new Step(9, 0.5, "provider-stock", "UPDATE stock SET a = a - ? WHERE b < ?")),
                List.of(new Start("first start", 40.1, 44.9, 2_900)),
                new Growth(
                        List.of("200 SKUs", "20,000 SKUs"),
                        List.of(new Growth.Line(
                                "catalogue", "front page", List.of(cost(1.5, 9.8), cost(1.75, 12_345))))),
                violations,
                List.of("up: no free ports"));
    }

    private static Curve.Point point(double x, double perSecond) {
        return new Curve.Point(x, perSecond, 1.5, 9.25, 0);
    }

    private static Growth.Cost cost(double median, double rows) {
        return new Growth.Cost(median, 2 * median, rows, Map.of("mariadb", 0.5, "consumer-web", 0.25), 0);
    }

    @Test
    void growth_has_a_column_for_each_size() {
        assertThat(MarkdownReport.of(report(false, List.of())))
                .contains("| rows and index entries read by the database | 200 SKUs | 20,000 SKUs |")
                .contains("| catalogue: front page | 9.8 | 12,345 |")
                .contains("| catalogue: front page | 1.50 / 3.00 | 1.75 / 3.50 |")
                .contains("| catalogue: front page | 0.75 | 0.75 |");
    }

    @Test
    void the_table_holds_medians_spreads_goals_and_what_was_missed() {
        String page = MarkdownReport.of(report(false, List.of()));

        assertThat(page)
                .contains("## Run of 2026-01-02 03:04 UTC")
                .contains("1 of 2 goals are reached; not by orders.")
                .contains("| ≥ 0.70 | **0.800** | 0.750 – 0.900 | 500 | 1000 |")
                .contains("| ≥ 0.15 | **0.110** (missed) | 0.100 – 0.120 |")
                .contains("| 1.00 against 0.50 |")
                .contains("| first start | 40.1 s | 44.9 s | ≤ 60 s | 2900 MB |")
                .contains("| product | ours | consumer-web 1.00 |")
                .contains("| 8 | product | 3100 | 1.50 | 9.25 | 0.00 % |")
                .contains("| SQL statements | 9.00 |")
                .contains(
                        "1 steps are SQL",
                        "| 9.00 | 0.50 | provider-stock | `UPDATE stock SET a = a - ? WHERE b < ?` |")
                .contains("**Not measured**: up: no free ports");
    }

    @Test
    void a_broken_law_makes_every_figure_nothing() {
        BenchReport report = report(false, List.of("I1 stock adds up: [[7]]"));

        assertThat(report.ratios()).noneMatch(report::isReached);
        assertThat(MarkdownReport.of(report))
                .contains("Laws are broken, so that nothing counts: I1 stock adds up")
                .contains("**0.000** (missed)")
                .doesNotContain("**0.800**");
        assertThat(HtmlReport.of(report)).contains("verdict bad").contains("0.000 (missed)");
    }

    @Test
    void a_try_says_that_it_is_noise() {
        assertThat(MarkdownReport.of(report(true, List.of()))).contains("the figures are noise");
    }

    @Test
    void the_page_needs_no_network_and_its_plots_are_well_formed() throws Exception {
        String page = HtmlReport.of(report(false, List.of()));

        assertThat(page)
                .doesNotContain("http://", "https://", "<script", "<link", "<b> /")
                .contains("2 cores &amp; more", "&lt;b&gt; / hello", "≤ 60 s")
                .contains("class=\"bar good\"", "class=\"bar missed\"");
        String[] figures = page.split("(?=<svg)");
        assertThat(figures).hasSize(1 + 6);
        for (int i = 1; i < figures.length; i++) {
            String svg = figures[i].substring(0, figures[i].indexOf("</svg>") + 6);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        }
    }

    @Test
    void axes_end_at_round_figures() {
        assertThat(Axis.roundUp(0)).isEqualTo(1);
        assertThat(Axis.roundUp(0.83)).isEqualTo(1);
        assertThat(Axis.roundUp(3_100)).isEqualTo(4_000);
        assertThat(Axis.roundUp(0.11)).isCloseTo(0.15, within(1e-9));
        assertThat(Axis.label(0.25)).isEqualTo("0.25");
        assertThat(Axis.label(4_000)).isEqualTo("4000");
    }
}
