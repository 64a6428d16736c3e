package org.gomall.localstack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Makes the missing class archives of a stack that has been ready for a while, one after the other and with the lowest
 * priority, so that whoever is shopping does not notice. Ends with the supervisor.
 */
final class ArchiveWriter {

    /** By then the first pages were shown, and their classes are in the archive as well. */
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long MEGABYTES = 900;

    private final Supplier<List<Recipe>> recipes;
    private final Path log;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile Process process;

    /**
     * @param recipes of those parts that are ready
     */
    ArchiveWriter(Supplier<List<Recipe>> recipes, Path log) {
        this.recipes = recipes;
        this.log = log;
    }

    void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        Thread thread = new Thread(this::work, "class-archives");
        thread.setDaemon(true);
        thread.start();
    }

    /** Something was started: there may be an archive to write. */
    void wake() {
        wakeUps.release();
    }

    private void work() {
        try {
            while (true) {
                wakeUps.acquire();
                Thread.sleep(PAUSE.toMillis());
                wakeUps.drainPermits();
                writeMissing();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void writeMissing() throws InterruptedException {
        for (Recipe recipe : recipes.get()) {
            // Asked one by one: instances of an application share their archive.
            Optional<ClassArchive> missing = recipe.archiveToWrite();
            if (missing.isPresent() && fits()) {
                try {
                    write(missing.get());
                } catch (IOException e) {
                    System.out.println(Instant.now() + " a class archive was not written: " + e);
                }
            }
        }
    }

    private static boolean fits() {
        return Processes.availableMegabytes().orElse(Long.MAX_VALUE) >= MEGABYTES;
    }

    private void write(ClassArchive archive) throws IOException, InterruptedException {
        ProcessBuilder builder = archive.writer();
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process = builder.start();
        if (process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0) {
            archive.accept();
        } else {
            end();
            System.out.println(Instant.now() + " a class archive was not written, " + log + " may say why");
        }
    }

    private void end() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
