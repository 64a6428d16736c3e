package org.gomall.e2e.faults;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A report for machines: the same figures, times in milliseconds. */
final class ReportJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportJson() {}

    static String of(Report report) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("title", report.title());
        root.put("startedAt", report.startedAt().toString());
        root.put("seconds", report.length().toSeconds());
        root.put("good", report.isGood());
        root.put("facts", report.facts());
        root.put("faults", report.episodes().stream().map(ReportJson::episode).toList());
        root.put("laws", report.laws());
        if (!report.samples().isEmpty()) {
            root.put("all", figures(Figures.of(report.samples(), report.length())));
            root.put("series", Series.of(report).stream().map(ReportJson::step).toList());
        }
        return JSON.writeValueAsString(root);
    }

    private static Map<String, Object> episode(Episode episode) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("fault", episode.fault());
        fields.put("row", episode.row());
        fields.put("beganMillis", episode.began().toMillis());
        fields.put("endedMillis", episode.ended().toMillis());
        fields.put("healedMillis", episode.healed().toMillis());
        fields.put("recoveryMillis", episode.recovery().map(Duration::toMillis).orElse(null));
        fields.put("during", figures(episode.during()));
        fields.put("browsing", figures(episode.browsing()));
        fields.put("note", episode.note());
        return fields;
    }

    private static Map<String, Object> figures(Figures figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("requests", figures.requests());
        fields.put("perSecond", figures.perSecond());
        fields.put("availabilityPercent", figures.availability());
        fields.put("ok", figures.ok());
        fields.put("refused", figures.refused());
        fields.put("busy", figures.busy());
        fields.put("unavailable", figures.unavailable());
        fields.put("errors", figures.errors());
        fields.put("p50Millis", figures.p50().toMillis());
        fields.put("p95Millis", figures.p95().toMillis());
        fields.put("p99Millis", figures.p99().toMillis());
        fields.put("slowestMillis", figures.slowest().toMillis());
        return fields;
    }

    private static Map<String, Object> step(Series.Step step) {
        return Map.of(
                "atMillis", step.from().toMillis(),
                "perSecond", step.figures().perSecond(),
                "failuresPerSecond", step.failuresPerSecond(),
                "p50Millis", step.figures().p50().toMillis(),
                "p95Millis", step.figures().p95().toMillis(),
                "p99Millis", step.figures().p99().toMillis());
    }
}
