package org.gomall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gomall.bench.contest.Contest;
import org.gomall.bench.contest.Contests;
import org.gomall.bench.contest.Hall;
import org.gomall.bench.duel.Effort;
import org.gomall.bench.mall.BenchMall;
import org.gomall.bench.mall.Launch;
import org.gomall.bench.mall.Project;
import org.gomall.bench.mall.Retry;
import org.gomall.bench.report.BenchReport;
import org.gomall.bench.report.HtmlReport;
import org.gomall.bench.report.MarkdownReport;
import org.gomall.bench.report.Start;
import org.gomall.bench.report.Step;
import org.gomall.bench.trace.OrderTrace;
import org.gomall.localstack.LocalSystem;
import org.gomall.localstack.MachineFacts;

/**
 * {@code ./gomall bench [name …] [--quick]}: a mall of its own beside its yardsticks, measured in turns. Ends by itself, with 0
 * when every law holds and everything could be measured; the report says what came of it.
 */
public final class Bench {

    /** The time from the command to the first paid order: the only one that needs no running mall. */
    static final String UP = "up";

    private static final Duration ENDS_AT_THE_LATEST = Duration.ofHours(2);
    private static final DateTimeFormatter FILE_NAME =
            DateTimeFormatter.ofPattern("'bench-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Wish wish;
    private final Instant startedAt = Instant.now();
    private final Path folder = Project.home(System.getenv()).resolve("bench");
    private final Map<String, String> facts = MachineFacts.of(Project.root());
    private final List<Step> trace = new ArrayList<>();
    private final List<Start> starts = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private List<String> violations = List.of();

    private Bench(Wish wish) {
        this.wish = wish;
    }

    public static void main(String[] arguments) throws IOException {
        Bench bench;
        try {
            bench = new Bench(Wish.of(List.of(arguments), names()));
        } catch (IllegalArgumentException sentence) {
            System.err.println(sentence.getMessage());
            System.exit(2);
            return;
        }
        endAtTheLatest();
        System.exit(bench.run() ? 0 : 1);
    }

    static List<String> names() {
        return Stream.of(Stream.of(UP), Contests.all().stream().map(Contest::name), Stream.of(OrderTrace.NAME))
                .flatMap(name -> name)
                .toList();
    }

    private boolean run() throws IOException {
        say(wish.quick() ? "A try: its figures are noise." : "Let nothing else work on this machine meanwhile.");
        if (wish.includes(UP)) {
            attempt(
                    UP,
                    () -> starts.addAll(new Launch(folder.resolve("up"), System.getenv("GOMALL_PORT_OFFSET"), this::say)
                            .measure()));
        }
        List<Contest> contests = Contests.all().stream()
                .filter(contest -> wish.includes(contest.name()))
                .toList();
        Effort effort = wish.quick() ? Effort.quick() : Effort.full();
        Hall hall = new Hall(
                effort, Files.createDirectories(folder.resolve("prepared")).toAbsolutePath(), this::say);
        if (!contests.isEmpty()) {
            attempt("the mall", () -> compete(contests, hall));
        }
        if (wish.includes(OrderTrace.NAME)) {
            say("--- " + OrderTrace.NAME + ", on a mall of its own ...");
            attempt(
                    OrderTrace.NAME,
                    () -> trace.addAll(new OrderTrace(folder.resolve("traced"), effort, this::say).take()));
        }
        return report(hall);
    }

    private void compete(List<Contest> contests, Hall hall) {
        say("Starting a mall of its own ...");
        LocalSystem.Builder parts = LocalSystem.builder();
        contests.forEach(contest -> contest.prepare(parts, hall));
        try (BenchMall mall = new BenchMall(folder.resolve("mall"), parts)) {
            hall.open(mall);
            facts.put("JVM options, both sides", mall.options("consumer-web").toString());
            for (Contest contest : contests) {
                say("--- " + contest.name());
                attempt(contest.name(), () -> contest.run(hall));
            }
            say("--- the laws");
            violations = mall.awaitCalm();
        }
    }

    /** What cannot be measured does not take the others with it. */
    private void attempt(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            troubles.add(name + ": " + e.getMessage());
            say("FAILED " + name + ": " + e);
            e.printStackTrace();
        }
    }

    private boolean report(Hall hall) throws IOException {
        BenchReport report = new BenchReport(
                startedAt,
                wish.quick(),
                facts,
                hall.ratios(),
                hall.curves(),
                hall.anatomy(),
                trace,
                starts,
                hall.growth(),
                violations,
                troubles);
        Path reports = Files.createDirectories(Project.root().resolve(".gomall/reports"));
        Path markdown = reports.resolve(FILE_NAME.format(startedAt) + ".md");
        Path page = reports.resolve(FILE_NAME.format(startedAt) + ".html");
        Files.writeString(markdown, MarkdownReport.of(report));
        Files.writeString(page, HtmlReport.of(report));
        System.out.println();
        System.out.println(MarkdownReport.summary(report));
        violations.forEach(violation -> System.out.println("BROKEN " + violation));
        System.out.println("Report: " + markdown + "\n        " + page);
        return violations.isEmpty() && troubles.isEmpty();
    }

    private void say(String words) {
        Duration time = Duration.between(startedAt, Instant.now());
        System.out.printf(Locale.ROOT, "%3d:%02d  %s%n", time.toMinutes(), time.toSecondsPart(), words);
    }

    private static void endAtTheLatest() {
        Thread watchdog = new Thread(
                () -> {
                    Retry.pause(ENDS_AT_THE_LATEST);
                    System.err.println("The benchmark did not end in time.");
                    System.exit(3);
                },
                "watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
    }
}
