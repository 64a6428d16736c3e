package org.gomall.localstack;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * A jar without classes, whose manifest says what to run, with which class path, and which packages of the JDK are open to
 * it. An option of the command line that opens a package makes the JVM do without the modules in its class archives, and
 * with them without the linking that makes archives safe; a manifest does not.
 */
final class OpeningJar {

    private final String mainClass;
    private final List<Path> classPath;
    private final List<String> opened;
    private final List<String> exported;

    /**
     * @param classPath jars, joined like a class path
     * @param opened module/package
     * @param exported module/package
     */
    OpeningJar(String mainClass, String classPath, List<String> opened, List<String> exported) {
        this.mainClass = mainClass;
        this.classPath =
                Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
        this.opened = opened;
        this.exported = exported;
    }

    /**
     * The jar in that folder, written at its first use. Its name holds a checksum of everything it is for: where the jars
     * of the class path change, it is another one, and so is the class archive.
     */
    Path in(Path folder) throws IOException {
        Path file = folder.resolve(mainClass.substring(mainClass.lastIndexOf('.') + 1) + "-" + key(folder) + ".jar");
        if (!Files.exists(file)) {
            Path unfinished = Files.createTempFile(folder, "unfinished-", ".jar");
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                new JarOutputStream(out, manifest(folder)).close();
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private Manifest manifest(Path folder) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
        // Relative: the JVM takes nothing else into an archive.
        attributes.put(
                Attributes.Name.CLASS_PATH,
                classPath.stream().map(jar -> relative(folder, jar)).collect(Collectors.joining(" ")));
        attributes.putValue("Add-Opens", String.join(" ", opened));
        attributes.putValue("Add-Exports", String.join(" ", exported));
        return manifest;
    }

    private static String relative(Path folder, Path jar) {
        return folder.toUri().getRawPath().replaceAll("[^/]+/", "../").substring(1)
                + jar.toUri().getRawPath().substring(1);
    }

    private String key(Path folder) throws IOException {
        StringBuilder content = new StringBuilder(mainClass + opened + exported + folder);
        for (Path jar : classPath) {
            content.append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar));
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
