package org.gomall.bench.mall;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gomall.bench.report.Start;
import tools.jackson.databind.JsonNode;

/** How long {@code ./gomall up} takes with everything built, from the command to the first order that is paid. */
public final class Launch {

    private static final int WEB = 8080;
    private static final List<Integer> ALSO_NEEDED = List.of(WEB, 13306, 16379, 8848, 8091, 9876, 10911, 20881);
    private static final Duration SELLS_WITHIN = Duration.ofSeconds(60);
    private static final long COMMAND_MINUTES = 10;

    /** From the end of one archive, or from the start, to the next one. */
    private static final Duration BETWEEN_ARCHIVES = Duration.ofSeconds(45);

    private static final Duration ALL_ARCHIVES = Duration.ofMinutes(8);
    private static final int JDK_WITH_ARCHIVES = 24;

    private final Path home;
    private final int offset;
    private final Consumer<String> progress;

    /**
     * @param home an own folder; what is in it is deleted
     * @param wantedOffset of all ports, or null for a free one
     */
    public Launch(Path home, String wantedOffset, Consumer<String> progress) {
        this.home = home;
        this.progress = progress;
        this.offset =
                wantedOffset == null || wantedOffset.isBlank() ? freeOffset() : Integer.parseInt(wantedOffset.strip());
    }

    /** Starts twice: from nothing, and with the data and the class archives of the first time. */
    public List<Start> measure() {
        // What is started here does not end with this process: also when that is told to stop in the middle.
        Thread end = new Thread(() -> command("down"));
        Runtime.getRuntime().addShutdownHook(end);
        try {
            command("down");
            command("reset", "--yes");
            Start first = start("first start, empty data");
            awaitArchives();
            command("down");
            Start second = start("second start");
            return List.of(first, second);
        } finally {
            command("down");
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    private Start start(String name) {
        long begin = System.nanoTime();
        command("up");
        double ready = (System.nanoTime() - begin) / 1e9;
        String url = "http://127.0.0.1:" + (WEB + offset);
        Retry.until(SELLS_WITHIN, () -> sold(url), "nothing could be bought");
        double paid = (System.nanoTime() - begin) / 1e9;
        Start start = new Start(name, ready, paid, megabytes());
        progress.accept(String.format(
                Locale.ROOT,
                "%s: ready after %.1f s, first order paid after %.1f s, %d MB",
                name,
                ready,
                paid,
                start.megabytes()));
        return start;
    }

    /** They are made in the background, one after the other. */
    private void awaitArchives() {
        if (Runtime.version().feature() < JDK_WITH_ARCHIVES) {
            return;
        }
        progress.accept("waiting for the class archives");
        long end = System.nanoTime() + ALL_ARCHIVES.toNanos();
        long last = System.nanoTime();
        while (System.nanoTime() < end && System.nanoTime() - last < BETWEEN_ARCHIVES.toNanos()) {
            if (processes("-Xshare:dump").findAny().isPresent()) {
                last = System.nanoTime();
            }
            Retry.pause(Duration.ofSeconds(1));
        }
    }

    /** Not before it sells: until then every request may be refused. */
    private static boolean sold(String url) {
        try {
            JsonNode products = Visitor.guest(url).get("/api/products?inStock=true&size=1&sort=priceAsc");
            String id = products.path("items").get(0).path("productId").asString();
            JsonNode skus = Visitor.guest(url).get("/api/products/" + id).path("skus");
            String sku = IntStream.range(0, skus.size())
                    .mapToObj(skus::get)
                    .filter(one -> one.path("available").asInt(0) > 0)
                    .findFirst()
                    .orElseThrow()
                    .path("skuId")
                    .asString();
            return Visitor.register(url).buys(sku);
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    private void command(String... words) {
        String[] command = Stream.concat(
                        Stream.of(Project.root().resolve("gomall").toString()), Stream.of(words))
                .toArray(String[]::new);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Project.root().toFile());
        builder.environment().put("GOMALL_HOME", home.toString());
        builder.environment().put("GOMALL_PORT_OFFSET", Integer.toString(offset));
        // As everybody starts it.
        builder.environment().remove("GOMALL_JVM_OPTIONS");
        builder.environment().remove("GOMALL_SERVER_JVM_OPTIONS");
        try {
            File log = Files.createDirectories(home).resolve("commands.log").toFile();
            Process process = builder.redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            if (!process.waitFor(COMMAND_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("./gomall " + words[0] + " failed, see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Of every process that names the folder. Pages that several of them share count for each. */
    private long megabytes() {
        return processes("").mapToLong(process -> kilobytes(process.pid())).sum() / 1024;
    }

    /** Of this mall, with this option. */
    private Stream<ProcessHandle> processes(String option) {
        return ProcessHandle.allProcesses().filter(process -> process.info()
                .commandLine()
                .filter(line -> line.contains(home.toString()) && line.contains(option))
                .isPresent());
    }

    private static long kilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // It has ended meanwhile, or this is no Linux.
            return 0;
        }
    }

    private static int freeOffset() {
        return IntStream.iterate(3_000, offset -> offset < 11_000, offset -> offset + 400)
                .filter(offset -> ALSO_NEEDED.stream().noneMatch(port -> FreePort.isTaken(port + offset)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free ports"));
    }
}
