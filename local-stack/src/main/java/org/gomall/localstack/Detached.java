package org.gomall.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Words to put before the command of a background process. */
final class Detached {

    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));
    private static final List<Path> NICE = List.of(Path.of("/usr/bin/nice"), Path.of("/bin/nice"));

    private Detached() {}

    /**
     * Cuts it off the terminal, so that Ctrl-C and a closed window do not reach it. Where there is no setsid (macOS),
     * ignored signals are inherited instead.
     */
    static List<String> prefix() {
        return first(SETSID)
                .map(setsid -> List.of(setsid.toString()))
                .orElse(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    }

    /** Lets everybody else go first, where the system can do that. */
    static List<String> patiently() {
        return first(NICE).map(nice -> List.of(nice.toString(), "-n", "19")).orElse(List.of());
    }

    private static Optional<Path> first(List<Path> candidates) {
        return candidates.stream().filter(Files::isExecutable).findFirst();
    }
}
