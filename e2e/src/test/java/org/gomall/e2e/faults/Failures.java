package org.gomall.e2e.faults;

import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gomall.e2e.Answer;

/** What failed, in few words: requests of one kind that fail alike are told once. */
final class Failures {

    private static final int TOLD = 4;

    private Failures() {}

    static String brief(Answer answer) {
        return withoutIds(answer.response().request().method() + " "
                + answer.response().uri().getPath() + " " + answer.code());
    }

    static String brief(UncheckedIOException noAnswer) {
        return withoutIds(
                noAnswer.getMessage() + " " + noAnswer.getCause().getClass().getSimpleName());
    }

    /** The most frequent ones, with their number; empty when nothing failed. */
    static String most(List<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.outcome().isFailure())
                .collect(Collectors.groupingBy(Sample::what, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(TOLD)
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String withoutIds(String path) {
        return path.replaceAll("\\d{6,}", "…");
    }
}
