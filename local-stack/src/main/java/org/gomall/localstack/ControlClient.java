package org.gomall.localstack;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Speaks to the supervisor of a stack, and starts it when there is none. */
final class ControlClient {

    private static final Duration SUPERVISOR_WITHIN = Duration.ofSeconds(60);
    private static final int SILENCE_MILLIS = 120_000;

    private final StackFolders folders;
    private final int port;
    private final String token;
    private final long pid;

    private ControlClient(StackFolders folders, int port, String token, long pid) {
        this.folders = folders;
        this.port = port;
        this.token = token;
        this.pid = pid;
    }

    long pid() {
        return pid;
    }

    /** The running supervisor of this stack, if any. */
    static Optional<ControlClient> find(StackFolders folders) {
        Path file = folders.run().resolve(ControlServer.FILE);
        try {
            String[] words = Files.exists(file) ? Files.readString(file).strip().split(" ") : new String[0];
            if (words.length != 3
                    || Processes.find(Long.parseLong(words[2]), Supervisor.marker(folders))
                            .isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    new ControlClient(folders, Integer.parseInt(words[0]), words[1], Long.parseLong(words[2])));
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    static ControlClient findOrStart(StackFolders folders, Plan plan) {
        Optional<ControlClient> running = find(folders);
        if (running.isPresent()) {
            return running.get();
        }
        plan.write(folders.run().resolve(Supervisor.PLAN));
        Process supervisor = spawn(folders, plan.owner().isEmpty());
        long end = System.nanoTime() + SUPERVISOR_WITHIN.toNanos();
        while (System.nanoTime() < end) {
            Optional<ControlClient> started = find(folders);
            if (started.isPresent()) {
                return started.get();
            }
            pause(supervisor.isAlive() ? 50 : 500);
        }
        throw new StackException(
                "The supervisor did not start. The end of its log:\n" + LogFiles.tail(folders.log("supervisor"), 15));
    }

    private static Process spawn(StackFolders folders, boolean lasting) {
        List<String> command = new ArrayList<>(Detached.prefix());
        command.addAll(List.of(
                JavaCommand.javaExecutable(),
                Supervisor.marker(folders),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-Xss512k",
                "-Xmx48m",
                "-D" + ClassArchive.WRITES + "=" + lasting,
                "-Duser.home=" + folders.work("supervisor"),
                "-Djava.io.tmpdir=" + folders.temporary("supervisor"),
                Supervisor.class.getName(),
                folders.root().toString(),
                folders.home().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folders.home().toFile());
        builder.environment()
                .put("CLASSPATH", LauncherClassPath.copyTo(folders.home().resolve("launcher")));
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        // Surefire and IDEs hand options to JVMs through these; they are not meant for the stack.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folders.log("supervisor").toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new StackException("The supervisor cannot be started: " + e.getMessage(), e);
        }
    }

    void call(String command, String argument, Consumer<String> report) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), SILENCE_MILLIS);
            socket.setSoTimeout(SILENCE_MILLIS);
            socket.getOutputStream()
                    .write((token + "\t" + command + "\t" + argument + "\n").getBytes(StandardCharsets.UTF_8));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(ControlServer.ERROR)) {
                    throw new StackException(
                            line.substring(ControlServer.ERROR.length()).replace('\u0001', '\n'));
                }
                if (line.equals(ControlServer.OK)) {
                    return;
                }
                if (line.length() > ControlServer.LINE.length()) {
                    report.accept(line.substring(ControlServer.LINE.length()));
                }
            }
            throw new StackException("The supervisor (pid " + pid + ") ended in the middle of its answer; "
                    + folders.log("supervisor") + " may say why.");
        } catch (SocketTimeoutException e) {
            throw new StackException(
                    "The supervisor (pid " + pid + ") does not answer. End it with kill -9 " + pid
                            + " and run ./gomall up: it finds the parts that are running.",
                    e);
        } catch (IOException e) {
            throw new StackException("The supervisor (pid " + pid + ") cannot be reached: " + e.getMessage(), e);
        }
    }

    /** Stops everything in order, and returns when the supervisor has ended, too. */
    void down(Consumer<String> report) {
        call("down", "", report);
        awaitEnd();
    }

    /** Kills everything, and returns when the supervisor has ended, too. */
    void end() {
        call("end", "", line -> {});
        awaitEnd();
    }

    private void awaitEnd() {
        long end = System.nanoTime() + SUPERVISOR_WITHIN.toNanos();
        while (System.nanoTime() < end
                && Processes.find(pid, Supervisor.marker(folders)).isPresent()) {
            pause(50);
        }
    }

    List<PartStatus> status() {
        List<PartStatus> rows = new ArrayList<>();
        call("status", "", row -> rows.add(PartStatus.parse(row)));
        return rows;
    }

    PartStatus status(String name) {
        return status().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackException("There is no part called " + name + "."));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the supervisor started.", e);
        }
    }
}
