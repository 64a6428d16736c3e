package org.gomall.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Cuts a background process off the terminal, so that Ctrl-C and a closed window do not reach it. */
final class Detached {

    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private Detached() {}

    /** Words to put before a command. Where there is no setsid (macOS), ignored signals are inherited instead. */
    static List<String> prefix() {
        return SETSID.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(setsid -> List.of(setsid.toString()))
                .orElse(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    }
}
