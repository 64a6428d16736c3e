package org.gomall.e2e.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Project;
import org.gomall.localstack.LocalSystem;
import org.gomall.localstack.MachineFacts;

/**
 * {@code ./gomall soak [minutes] [seed]}: a mall of its own under load, and every minute something goes wrong. Ends by
 * itself, with 0 when every law holds; the report says what each fault did.
 */
public final class Soak {

    /** Who knows faults. */
    static final List<FaultSource> SOURCES = List.of(new ProcessFaults(), new LinkFaults());

    private static final int USUAL_MINUTES = 30;
    private static final int CLIENTS = 8;
    private static final int PER_SECOND = 30;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration BETWEEN_FAULTS = Duration.ofMinutes(1);
    private static final Duration CALM_END = Duration.ofSeconds(50);
    private static final Duration ENDS_AT_THE_LATEST = Duration.ofMinutes(15);
    private static final DateTimeFormatter FILE_NAME =
            DateTimeFormatter.ofPattern("'soak-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Duration length;
    private final long seed;
    private final Instant startedAt = Instant.now();
    private final List<Happening> happenings = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private volatile String now = "warming up";

    private Soak(Duration length, long seed) {
        this.length = length;
        this.seed = seed;
    }

    public static void main(String[] arguments) throws IOException {
        int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_MINUTES;
        long seed = arguments.length > 1
                ? Long.parseLong(arguments[1])
                : ThreadLocalRandom.current().nextLong(1_000_000);
        if (minutes < 2) {
            System.err.println("A soak takes two minutes at the least: ./gomall soak [MINUTES] [SEED]");
            System.exit(2);
        }
        Soak soak = new Soak(Duration.ofMinutes(minutes), seed);
        soak.endAtTheLatest();
        System.exit(soak.run() ? 0 : 1);
    }

    private boolean run() throws IOException {
        System.out.println("A soak of " + length.toMinutes() + " minutes; the same faults again: ./gomall soak "
                + length.toMinutes() + " " + seed + "\nStarting a mall of its own ...");
        LocalSystem.Builder parts = LocalSystem.builder();
        SOURCES.forEach(source -> source.prepare(parts));
        Mall mall = Mall.start(parts);
        try {
            return run(mall);
        } finally {
            mall.system().close();
        }
    }

    private boolean run(Mall mall) throws IOException {
        Load load =
                Load.on(mall).clients(CLIENTS).perSecond(PER_SECOND).seed(seed).start();
        Progress progress = new Progress(load, () -> now);
        progress.start();
        letFaultsHappen(mall, load);
        now = "no fault, calming down";
        load.run(remaining(load, length));
        Duration end = load.now();
        now = "last answers";
        List<Report.Law> laws = new Laws(mall, load, broken).check();
        progress.end();
        return report(load, end, laws);
    }

    private void letFaultsHappen(Mall mall, Load load) {
        Random random = new Random(seed);
        List<Fault> faults = new ArrayList<>();
        SOURCES.forEach(source -> faults.addAll(source.faults(mall)));
        List<Fault> deck = new ArrayList<>();
        for (Duration at = WARM_UP; at.compareTo(length.minus(CALM_END)) < 0; at = at.plus(BETWEEN_FAULTS)) {
            load.run(remaining(load, at));
            if (load.now().compareTo(length.minus(CALM_END)) > 0) {
                return;
            }
            // Like cards: each fault comes once before any comes twice.
            if (deck.isEmpty()) {
                deck.addAll(faults);
                Collections.shuffle(deck, random);
            }
            happen(deck.remove(0), load);
        }
    }

    private void happen(Fault fault, Load load) {
        now = fault.name();
        System.out.println(Progress.clock(load) + "  begins: " + fault.name());
        try {
            happenings.add(Happening.of(fault, load, () -> {}));
            now = "recovering from " + fault.name();
        } catch (RuntimeException | AssertionError e) {
            broken.add(fault.name() + ": " + e.getMessage());
            now = "not recovered from " + fault.name();
        }
        System.out.println(Progress.clock(load) + "  " + now);
    }

    private boolean report(Load load, Duration end, List<Report.Law> laws) throws IOException {
        List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < happenings.size(); i++) {
            Duration until = i + 1 < happenings.size() ? happenings.get(i + 1).began() : end;
            episodes.add(happenings.get(i).judge(load, until));
        }
        Map<String, String> facts = MachineFacts.of(Project.root());
        facts.put("Seed", Long.toString(seed));
        facts.put(
                "Load",
                CLIENTS + " clients, up to " + PER_SECOND
                        + " requests a second: browse 70 %, cart 15, order 10, pay 4, cancel 1; a fifth of the orders on one SKU");
        facts.put(
                "Accepted",
                load.accepted().orders().size() + " orders, "
                        + load.accepted().payments().size() + " payments");
        Report report = new Report(
                "soak of " + length.toMinutes() + " minutes",
                startedAt,
                end,
                facts,
                episodes,
                load.samples(Duration.ZERO, end),
                laws);
        Path folder = Files.createDirectories(Project.root().resolve(".gomall/reports"));
        Path page = folder.resolve(FILE_NAME.format(startedAt) + ".html");
        Files.writeString(page, ReportPage.of(report));
        Files.writeString(folder.resolve(FILE_NAME.format(startedAt) + ".json"), ReportJson.of(report));
        System.out.println();
        episodes.forEach(episode -> System.out.printf(
                Locale.ROOT,
                "%-48s %7.2f %% available, well after %s%n",
                episode.fault(),
                episode.during().availability(),
                episode.recovery().map(Html::seconds).orElse("the next fault")));
        laws.stream()
                .filter(law -> !law.holds())
                .forEach(law -> System.out.println("BROKEN " + law.name() + ": " + law.violations()));
        System.out.println((report.isGood() ? "Every law holds. " : "Laws are broken. ") + "Report: " + page);
        return report.isGood();
    }

    private static Duration remaining(Load load, Duration until) {
        Duration time = until.minus(load.now());
        return time.isNegative() ? Duration.ZERO : time;
    }

    private void endAtTheLatest() {
        Thread watchdog = new Thread(
                () -> {
                    Mall.pause(length.plus(ENDS_AT_THE_LATEST).toMillis());
                    System.err.println("The soak did not end in time.");
                    Runtime.getRuntime().halt(3);
                },
                "watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
    }
}
