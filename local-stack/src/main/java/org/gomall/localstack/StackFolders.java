package org.gomall.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where one stack keeps its things. Nothing is written outside {@code home} but what all stacks inside one project
 * share: unpacked binaries, copies of the applications and class archives.
 *
 * @param root the project
 * @param home the data folder of this stack
 */
record StackFolders(Path root, Path home) {

    StackFolders {
        root = root.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
    }

    /** The project this class was built in, or the one the working folder is in. */
    static Path findRoot() {
        String given = System.getProperty("gomall.root");
        if (given != null) {
            return Path.of(given).toAbsolutePath().normalize();
        }
        List<Path> starts = new ArrayList<>(List.of(Path.of("").toAbsolutePath()));
        starts.add(LauncherClassPath.locationOf(StackFolders.class));
        for (Path start : starts) {
            for (Path folder = start; folder != null; folder = folder.getParent()) {
                if (Files.exists(folder.resolve("gomall")) && Files.isDirectory(folder.resolve("local-stack"))) {
                    return folder;
                }
            }
        }
        throw new StackException("No GoMall project was found around " + starts.get(0)
                + ": run this inside the project, or set -Dgomall.root.");
    }

    Path logs() {
        return ensure(home.resolve("logs"));
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path run() {
        return ensure(home.resolve("run"));
    }

    Path data(String part) {
        return ensure(home.resolve("data").resolve(part));
    }

    /** The private home folder of a process, for libraries which write there. */
    Path work(String part) {
        return ensure(home.resolve("work").resolve(part));
    }

    /** An empty folder for temporary files of a process. */
    Path temporary(String part) {
        Path folder = work(part).resolve("tmp");
        delete(folder);
        return ensure(folder);
    }

    /** Unpacked binaries and whatever else the stacks inside one project share. */
    Path binaries() {
        Path project = root.resolve(".gomall");
        return ensure((home.startsWith(root) ? project : home).resolve("binaries"));
    }

    Path serverClassPath(String server) {
        return root.resolve("local-stack/servers").resolve(server).resolve("target/classpath");
    }

    static Path ensure(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StackException("The folder " + folder + " cannot be created: " + e.getMessage(), e);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new StackException("The folder " + folder + " cannot be deleted: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new StackException("The folder " + folder + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
