package org.gomall.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the process behind a listening port in Linux' {@code /proc}, where neither ss nor lsof need be installed. */
final class LinuxSockets {

    private static final String LISTEN = "0A";

    private LinuxSockets() {}

    static Optional<Long> listener(int port) {
        Set<String> sockets = listeningSockets(port);
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holdsOneOf(pid, sockets))
                .findFirst();
    }

    private static Set<String> listeningSockets(int port) {
        String suffix = String.format(":%04X", port);
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of(table))) {
                lines.skip(1)
                        .map(line -> line.strip().split("\\s+"))
                        .filter(columns -> columns[1].endsWith(suffix) && columns[3].equals(LISTEN))
                        .forEach(columns -> sockets.add("socket:[" + columns[9] + "]"));
            } catch (IOException noSuchTable) {
                // A system without IPv6 has no second table.
            }
        }
        return sockets;
    }

    private static boolean holdsOneOf(long pid, Set<String> sockets) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return descriptors.anyMatch(descriptor -> {
                try {
                    return sockets.contains(Files.readSymbolicLink(descriptor).toString());
                } catch (IOException closed) {
                    return false;
                }
            });
        } catch (IOException notOurs) {
            return false;
        }
    }
}
