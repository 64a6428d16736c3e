package org.gomall.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gomall.e2e.Mall;
import org.gomall.localstack.LocalSystem;

/** Counts the threads of the applications. */
final class Threads {

    private Threads() {}

    /** Of that application which has the most. */
    static int most(LocalSystem system) {
        return Mall.applications().stream()
                .mapToInt(application -> of(system.pid(application)))
                .max()
                .orElseThrow();
    }

    private static int of(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("Threads:"))
                    .mapToInt(line ->
                            Integer.parseInt(line.substring("Threads:".length()).strip()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
