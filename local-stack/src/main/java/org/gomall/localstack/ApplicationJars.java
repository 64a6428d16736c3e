package org.gomall.localstack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class path of an application. What a build may replace under the running process is copied, once for every content:
 * instances, restarts and other stacks inside the project use the same copies, and with them the same class archive.
 * Released libraries stay where they are.
 */
final class ApplicationJars {

    /** Copies of one application that stay: older ones may still be in use by a stack that was not restarted since. */
    private static final int KEPT = 4;

    private final String application;
    private final StackFolders folders;

    ApplicationJars(String application, StackFolders folders) {
        this.application = application;
        this.folders = folders;
    }

    /** The application's own jar. */
    Path built() {
        Path jar = folders.root().resolve(application).resolve("target").resolve(application + ".jar");
        if (!Files.exists(jar)) {
            throw new StackException(
                    application + " is not built: " + jar + " is missing. Run mvn -DskipTests install.");
        }
        return jar;
    }

    List<String> classPath() throws IOException {
        List<Path> entries = new ArrayList<>(List.of(built()));
        for (String library :
                Files.readString(built().resolveSibling("classpath")).strip().split(File.pathSeparator)) {
            entries.add(Path.of(library));
        }
        Path copies = copies(entries);
        List<String> classPath = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            classPath.add((changes(entries.get(i)) ? copyOf(entries.get(i), i, copies) : entries.get(i)).toString());
        }
        return classPath;
    }

    private boolean changes(Path entry) {
        return entry.startsWith(folders.root()) || entry.toString().endsWith("-SNAPSHOT.jar");
    }

    private Path copies(List<Path> entries) throws IOException {
        Path parent = StackFolders.ensure(folders.binaries().resolve("applications"));
        Path folder = parent.resolve(application + "-" + fingerprint(entries));
        if (!Files.exists(folder)) {
            Path unfinished = Files.createTempDirectory(parent, "unfinished-");
            for (int i = 0; i < entries.size(); i++) {
                if (changes(entries.get(i))) {
                    LauncherClassPath.copy(entries.get(i), unfinished.resolve(name(entries.get(i), i)));
                }
            }
            try {
                Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                StackFolders.delete(unfinished);
                if (!Files.exists(folder)) {
                    throw e;
                }
            }
        }
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
        deleteOld(parent);
        return folder;
    }

    private static Path copyOf(Path entry, int index, Path copies) {
        String suffix = Files.isDirectory(entry) ? "" : ".jar";
        return copies.resolve(name(entry, index) + suffix);
    }

    private static String name(Path entry, int index) {
        return index + "-" + entry.getFileName().toString().replaceFirst("\\.jar$", "");
    }

    /** Changes with the content of what is copied, and not with its time: a build that changed nothing makes no copy. */
    private String fingerprint(List<Path> entries) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int i = 0; i < entries.size(); i++) {
                if (changes(entries.get(i))) {
                    digest.update(name(entries.get(i), i).getBytes());
                    for (Path file : files(entries.get(i))) {
                        digest.update(file.toString().getBytes());
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path entry) throws IOException {
        try (Stream<Path> files = Files.walk(entry)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void deleteOld(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            folders.filter(folder -> folder.getFileName().toString().matches(application + "-[0-9a-f]{12}"))
                    .sorted(Comparator.comparing(ApplicationJars::used).reversed())
                    .skip(KEPT)
                    .forEach(StackFolders::delete);
        }
    }

    private static FileTime used(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException deletedMeanwhile) {
            return FileTime.fromMillis(0);
        }
    }
}
