package org.gomall.bench.mall;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.gomall.bench.load.Console;
import org.gomall.bench.load.Slice;

/** A process of the benchmark that is told what to do by lines, see {@link Console}. It ends when it is closed. */
public final class Worker implements AutoCloseable {

    private static final long END_SECONDS = 10;

    private final String name;
    private final Process process;
    private final Path log;
    private final Writer to;
    private final BufferedReader from;

    /** Takes over a process that was started a moment ago, and returns when it is ready. */
    Worker(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.to = process.outputWriter(StandardCharsets.UTF_8);
        this.from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        try {
            String line = from.readLine();
            while (line != null && !line.equals(Console.READY)) {
                line = from.readLine();
            }
            if (line == null) {
                throw broken(null);
            }
        } catch (IOException e) {
            throw broken(e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    /** As much as so many clients get done, each waiting for its answer. */
    public Slice closed(String target, int clients, Duration length) {
        return slice("closed " + target + " " + clients + " " + length.toMillis());
    }

    /** So many requests a second, whether answers come or not. */
    public Slice open(String target, double perSecond, int clients, Duration length) {
        return slice(String.format(Locale.ROOT, "open %s %.3f %d %d", target, perSecond, clients, length.toMillis()));
    }

    /** Sends a line that is answered with nothing but a confirmation. */
    public void tell(String line) {
        ask(line);
    }

    private Slice slice(String line) {
        return Slice.parse(ask(line).substring(Console.SLICE.length()));
    }

    private String ask(String line) {
        try {
            to.write(line + "\n");
            to.flush();
            String answer = from.readLine();
            if (answer == null) {
                throw broken(null);
            }
            if (answer.startsWith(Console.ERROR)) {
                byte[] words = Base64.getDecoder().decode(answer.substring(Console.ERROR.length()));
                throw new IllegalStateException(name + ": " + new String(words, StandardCharsets.UTF_8));
            }
            return answer;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private UncheckedIOException broken(IOException cause) {
        return new UncheckedIOException(
                name + " has ended, its log is " + log, cause == null ? new IOException("end of output") : cause);
    }

    @Override
    public void close() {
        try {
            to.close();
        } catch (IOException e) {
            // Then it has ended already.
        }
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
