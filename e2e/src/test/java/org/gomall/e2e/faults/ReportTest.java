package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures and reports of a load of which every request is known: nothing runs here. */
class ReportTest {

    private static final Duration LENGTH = Duration.ofSeconds(60);

    @Test
    void figures_count_refusals_by_the_business_as_successes_and_come_back_later_as_neither() {
        List<Sample> samples = List.of(
                sample(0, Outcome.OK, 10),
                sample(1, Outcome.REFUSED, 20),
                sample(2, Outcome.BUSY, 30),
                sample(3, Outcome.UNAVAILABLE, 40));

        Figures figures = Figures.of(samples, Duration.ofSeconds(4));

        assertThat(figures.errorRatio()).isEqualTo(0.25);
        assertThat(figures.goodPerSecond()).isEqualTo(0.5);
        assertThat(figures.p50()).isEqualTo(Duration.ofMillis(20));
        assertThat(figures.slowest()).isEqualTo(Duration.ofMillis(40));
    }

    @Test
    void a_load_is_well_again_when_three_seconds_in_a_row_have_no_failure() {
        Samples samples = new Samples();
        for (int second = 0; second < 20; second++) {
            samples.add(sample(second, second < 8 || second == 10 ? Outcome.ERROR : Outcome.OK, 5));
        }
        Duration calm = Duration.ofSeconds(3);

        assertThat(samples.recovery(Duration.ofSeconds(2), Duration.ofSeconds(20), calm))
                .hasValueSatisfying(time -> assertThat(time).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(9)));
        assertThat(samples.recovery(Duration.ofSeconds(2), Duration.ofSeconds(12), calm))
                .isEmpty();
    }

    @Test
    void a_report_marks_faults_tells_broken_laws_and_needs_nothing_from_elsewhere() {
        Report report = report(List.of("I1: <script>"));

        String page = ReportPage.of(report);

        assertThat(page).contains("<polyline", "class=\"band\"", "kill -9 &quot;it&quot;", "1 of 1 laws are broken");
        assertThat(page).contains("I1: &lt;script&gt;").doesNotContain("<script", "http://", "https://");
        assertThat(page).contains("prefers-color-scheme: dark");
    }

    @Test
    void a_report_for_machines_has_the_same_figures() {
        JsonNode json = JsonMapper.builder().build().readTree(ReportJson.of(report(List.of())));

        assertThat(json.path("good").asBoolean()).isTrue();
        assertThat(json.path("faults").get(0).path("recoveryMillis").asLong()).isEqualTo(4_000);
        assertThat(json.path("series").size()).isEqualTo(60);
        assertThat(json.path("series").get(10).path("failuresPerSecond").asDouble())
                .isEqualTo(1);
    }

    private static Report report(List<String> violations) {
        List<Sample> samples = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            samples.add(sample(second, second >= 10 && second < 14 ? Outcome.UNAVAILABLE : Outcome.OK, 10 + second));
        }
        Figures figures = Figures.of(samples.subList(10, 15), Duration.ofSeconds(5));
        Episode episode = new Episode(
                "kill -9 \"it\"",
                Rows.ONLY_ONE,
                Duration.ofSeconds(10),
                Duration.ofSeconds(12),
                Duration.ofSeconds(14),
                figures,
                figures,
                Optional.of(Duration.ofSeconds(4)),
                "");
        return new Report(
                "test",
                Instant.EPOCH,
                LENGTH,
                Map.of("Seed", "1"),
                List.of(episode),
                samples,
                List.of(new Report.Law("I1", "stock adds up", violations)));
    }

    private static Sample sample(int second, Outcome outcome, int millis) {
        return new Sample(Duration.ofSeconds(second), Kind.BROWSE, outcome, Duration.ofMillis(millis), "");
    }
}
