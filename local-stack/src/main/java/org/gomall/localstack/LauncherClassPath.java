package org.gomall.localstack;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** What the supervisor needs on its class path, copied, so that a build under a running stack does not pull it away. */
final class LauncherClassPath {

    private LauncherClassPath() {}

    static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new StackException("The launcher cannot find its own classes: " + e.getMessage(), e);
        }
    }

    static String copyTo(Path folder) {
        StackFolders.delete(folder);
        StackFolders.ensure(folder);
        try {
            Path own = copy(locationOf(LauncherClassPath.class), folder.resolve("launcher"));
            Path driver = copy(locationOf(Class.forName("com.mysql.cj.jdbc.Driver")), folder.resolve("driver"));
            return String.join(File.pathSeparator, List.of(own.toString(), driver.toString()));
        } catch (IOException | ClassNotFoundException e) {
            throw new StackException("The launcher cannot be copied to " + folder + ": " + e, e);
        }
    }

    /** Copies a jar or a folder of classes. */
    static Path copy(Path source, Path target) throws IOException {
        if (!Files.isDirectory(source)) {
            Path jar = target.resolveSibling(target.getFileName() + ".jar");
            // With its time: a class archive is only used while the jars look as they did.
            return Files.copy(source, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return target;
    }
}
