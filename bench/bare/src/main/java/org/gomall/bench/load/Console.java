package org.gomall.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How a process of clients is told what to do, a line each: {@code closed TARGET CLIENTS MILLISECONDS}, {@code open TARGET
 * PER_SECOND CLIENTS MILLISECONDS}, {@code target NAME WORD …}. It says {@link #READY} once, then answers each line with one:
 * {@link #SLICE} and what came of it, {@link #DONE}, or {@link #ERROR} and why. It ends with its input, so that it never
 * outlives whoever started it.
 */
public final class Console {

    /** The first line. */
    public static final String READY = "ready";

    /** Begins the answer of a load; {@link Slice#parse} reads the rest. */
    public static final String SLICE = "slice ";

    /** Answers a new target. */
    public static final String DONE = "done";

    /** Begins an answer that tells what went wrong, in Base64. */
    public static final String ERROR = "error ";

    private final Map<String, Clients> targets;
    private final Function<String[], Clients> definition;

    /** With targets that stay. */
    public Console(Map<String, Clients> targets) {
        this.targets = targets;
        this.definition = words -> {
            throw new IllegalArgumentException("targets are given here");
        };
    }

    /**
     * With targets that come by {@code target} lines.
     *
     * @param definition makes one of the words behind its name
     */
    public Console(Function<String[], Clients> definition) {
        this.targets = new HashMap<>();
        this.definition = definition;
    }

    /** Works until the input ends. */
    public void listen(InputStream in, PrintStream out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        say(out, READY);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            say(out, answer(line.split(" ")));
        }
    }

    private String answer(String[] words) {
        try {
            return switch (words[0]) {
                case "closed" ->
                    SLICE
                            + ClosedLoop.run(target(words[1]), Integer.parseInt(words[2]), millis(words[3]))
                                    .line();
                case "open" ->
                    SLICE
                            + OpenLoop.run(
                                            target(words[1]),
                                            Double.parseDouble(words[2]),
                                            Integer.parseInt(words[3]),
                                            millis(words[4]))
                                    .line();
                case "target" -> {
                    targets.put(words[1], definition.apply(words));
                    yield DONE;
                }
                default -> throw new IllegalArgumentException("unknown: " + words[0]);
            };
        } catch (Exception e) {
            return ERROR + Base64.getEncoder().encodeToString(e.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private Clients target(String name) {
        Clients target = targets.get(name);
        if (target == null) {
            throw new IllegalArgumentException("there is no target " + name);
        }
        return target;
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text));
    }

    private static void say(PrintStream out, String line) {
        out.println(line);
        out.flush();
    }
}
