package org.gomall.localstack;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The classes of a JVM part, parsed, verified and linked ahead of time, which halves its start. That needs JDK 24:
 * without the linking JDK 17 crashes on archived classes that it could not verify. The first
 * process of a kind notes down which classes it loads; once the stack sells, a process of the lowest priority makes the
 * archive of them. Its name says for which JDK, class path and flags it is, so that a stale one is never even opened, and
 * all stacks inside one project use the same. Stacks which belong to a test only read.
 */
final class ClassArchive {

    /** Set on the supervisor of a stack that outlives its starter. */
    static final String WRITES = "gomall.writes-class-archives";

    private static final int FIRST_JDK_THAT_LINKS = 24;
    private static final String QUIET = "-Xlog:cds*=off";

    private final Path file;
    private final Path noted;
    private final List<String> classPath;
    private final List<String> flags;

    private ClassArchive(Path file, Path noted, List<String> classPath, List<String> flags) {
        this.file = file;
        this.noted = noted;
        this.classPath = classPath;
        this.flags = flags;
    }

    /**
     * @param kind what all processes that can share the archive have in common, for example provider-stock
     * @param noted where a process may note down its classes
     * @param classPath entries may hold several paths
     * @param flags those JVM flags which have to be the same for whoever writes the archive and whoever uses it
     * @return empty when this JDK is too old, or when the class path has folders in it: archives are of jars only
     */
    static Optional<ClassArchive> of(
            String kind, Path noted, List<String> classPath, List<String> flags, StackFolders folders) {
        List<String> entries = classPath.stream()
                .flatMap(Pattern.compile(File.pathSeparator, Pattern.LITERAL)::splitAsStream)
                .toList();
        if (!fits(Runtime.version().feature())
                || !entries.stream().map(Path::of).allMatch(Files::isRegularFile)) {
            return Optional.empty();
        }
        Path file = StackFolders.ensure(folders.binaries().resolve("class-archives"))
                .resolve(family(kind) + key(entries, flags) + ".jsa");
        return Optional.of(new ClassArchive(file, noted, entries, flags));
    }

    static boolean fits(int jdk) {
        return jdk >= FIRST_JDK_THAT_LINKS;
    }

    private static String family(String kind) {
        return kind + "-jdk" + Runtime.version().feature() + "-";
    }

    /** Changes with everything that the JVM compares before it uses an archive. */
    private static String key(List<String> classPath, List<String> flags) {
        List<String> parts = new ArrayList<>(
                List.of(System.getProperty("java.home"), System.getProperty("java.vm.version"), flags.toString()));
        try {
            for (String entry : classPath) {
                Path jar = Path.of(entry);
                parts.add(entry + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar));
            }
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new StackException("The class path cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Flags of a process that uses the archive. */
    List<String> using() {
        return List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", QUIET);
    }

    /** Flags of a process that notes down its classes for an archive to be; none in a stack which only reads. */
    List<String> noting() throws IOException {
        if (!Boolean.getBoolean(WRITES)) {
            return List.of();
        }
        Files.deleteIfExists(noted);
        return List.of("-XX:DumpLoadedClassList=" + noted, QUIET);
    }

    boolean isNoted() {
        return Files.exists(noted);
    }

    /** The process that makes the archive; {@link #accept} when it has ended well. */
    ProcessBuilder writer() throws IOException {
        List<String> command = new ArrayList<>(Detached.patiently());
        command.add(JavaCommand.javaExecutable());
        command.addAll(flags);
        command.add("-XX:+AOTClassLinking");
        // Only G1 puts objects (strings, mirrors of classes) into an archive; other collectors load them.
        command.addAll(List.of("-XX:+UseG1GC", "-Xmx512m", "-XX:ParallelGCThreads=1", "-XX:ConcGCThreads=1"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:dump", "-Xlog:disable", "-Xlog:all=error"));
        command.add("-XX:SharedClassListFile=" + completeLines());
        command.add("-XX:SharedArchiveFile=" + unfinished());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", String.join(File.pathSeparator, classPath));
        return builder;
    }

    /** Puts what the writer has made in its place, and removes what it replaces. */
    void accept() throws IOException {
        Files.move(unfinished(), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        String name = file.getFileName().toString();
        String family = name.substring(0, name.lastIndexOf('-') + 1);
        try (Stream<Path> archives = Files.list(file.getParent())) {
            // A process that runs on an older one keeps it.
            for (Path other : archives.filter(path -> !path.equals(file))
                    .filter(path -> path.getFileName().toString().startsWith(family))
                    .toList()) {
                Files.deleteIfExists(other);
            }
        }
        Files.deleteIfExists(noted);
    }

    /** The process is still adding to its list, the last line may be half there. */
    private Path completeLines() throws IOException {
        String text = Files.readString(noted, StandardCharsets.ISO_8859_1);
        return Files.writeString(
                noted.resolveSibling(noted.getFileName() + ".complete"),
                text.substring(0, text.lastIndexOf('\n') + 1),
                StandardCharsets.ISO_8859_1);
    }

    private Path unfinished() {
        return noted.resolveSibling(file.getFileName());
    }
}
