package org.gomall.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gomall.e2e.Project;
import org.gomall.localstack.MachineFacts;

/** The figures of all rows that ran in this JVM: one line each on the console, and a page in e2e/target/faults. */
final class FaultReport {

    private static final Path FOLDER = Project.root().resolve("e2e/target/faults");
    private static final Instant BEGAN = Instant.now();
    private static final List<Episode> EPISODES = new ArrayList<>();

    private FaultReport() {}

    static synchronized void add(Episode episode) {
        EPISODES.add(episode);
        System.out.printf(
                Locale.ROOT,
                "Faults: %s: %.2f %% available (browsing %.2f %%)%s; %s%n        %s%n",
                episode.fault(),
                episode.during().availability(),
                episode.browsing().availability(),
                episode.recovery()
                        .map(time -> String.format(Locale.ROOT, ", well again after %.1f s", time.toMillis() / 1e3))
                        .orElse(""),
                episode.note(),
                episode.during());
        try {
            Files.createDirectories(FOLDER);
            Report report = new Report(
                    "Fault suite",
                    BEGAN,
                    Duration.between(BEGAN, Instant.now()),
                    MachineFacts.of(Project.root()),
                    List.copyOf(EPISODES),
                    List.of(),
                    List.of());
            Files.writeString(FOLDER.resolve("faults.json"), ReportJson.of(report));
            Files.writeString(FOLDER.resolve("faults.html"), ReportPage.of(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
