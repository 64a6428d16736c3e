package org.gomall.e2e;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this checkout is. */
public final class Project {

    private Project() {}

    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docker-compose.yml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
