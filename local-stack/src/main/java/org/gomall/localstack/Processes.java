package org.gomall.localstack;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the launcher asks the operating system about processes and ports. */
final class Processes {

    private static final Path PROC = Path.of("/proc");
    private static final Charset NATIVE =
            Charset.forName(System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name()));

    private Processes() {}

    /** The command line of a process, or an empty text when it is gone or not ours to see. */
    static String commandLine(long pid) {
        return String.join(" ", arguments(pid));
    }

    private static List<String> arguments(long pid) {
        Path file = PROC.resolve(pid + "/cmdline");
        if (Files.exists(file)) {
            try {
                return List.of(new String(Files.readAllBytes(file), NATIVE).split("\0"));
            } catch (IOException gone) {
                return List.of();
            }
        }
        return List.of(output("ps", "-ww", "-o", "command=", "-p", Long.toString(pid)));
    }

    /** The process with this id, as long as it is alive and the marker is one of its arguments. */
    static Optional<ProcessHandle> find(long pid, String marker) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> {
            List<String> arguments = arguments(pid);
            return arguments.contains(marker)
                    || (arguments.size() == 1 && arguments.get(0).contains(marker));
        });
    }

    /** Resident memory in megabytes, 0 when unknown. */
    static long residentMegabytes(long pid) {
        Path status = PROC.resolve(pid + "/status");
        if (Files.exists(status)) {
            try (Stream<String> lines = Files.lines(status)) {
                return lines.filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(0);
            } catch (IOException gone) {
                return 0;
            }
        }
        String kilobytes = output("ps", "-o", "rss=", "-p", Long.toString(pid));
        return kilobytes.isEmpty() ? 0 : Long.parseLong(kilobytes) / 1024;
    }

    /** Megabytes a new process could use without swapping; empty where the system does not tell. */
    static Optional<Long> availableMegabytes() {
        return memoryMegabytes("MemAvailable:");
    }

    /** Megabytes of the machine; empty where the system does not tell. */
    static Optional<Long> totalMegabytes() {
        return memoryMegabytes("MemTotal:");
    }

    private static Optional<Long> memoryMegabytes(String what) {
        Path memory = PROC.resolve("meminfo");
        if (!Files.exists(memory)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(memory)) {
            return lines.filter(line -> line.startsWith(what))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Sends a signal which Java has no method for. */
    static void signal(long pid, String name) {
        output("kill", "-" + name, Long.toString(pid));
    }

    /** Who listens on a port: its process id and command, as far as the system tells. */
    static String ownerOf(int port) {
        Optional<Long> pid = listener(port);
        return pid.map(id -> "pid " + id + ", " + shorten(commandLine(id))).orElse("a process of another user");
    }

    private static String shorten(String command) {
        return command.length() <= 120 ? command : command.substring(0, 117) + "...";
    }

    private static Optional<Long> listener(int port) {
        return Files.exists(PROC.resolve("net/tcp"))
                ? LinuxSockets.listener(port)
                : output("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                        .lines()
                        .findFirst()
                        .map(Long::valueOf);
    }

    private static String output(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text.strip() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
