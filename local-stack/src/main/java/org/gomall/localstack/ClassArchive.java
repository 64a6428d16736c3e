package org.gomall.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Class-data sharing, which halves the start of a JVM part from the second time on. A process writes its archive when
 * it is stopped in order for the first time; the JVM itself notices when an archive fits its class path no more. That
 * needs JDK 19. Stacks which belong to a test only read: they are killed in the end, or stopped while a test waits.
 */
final class ClassArchive {

    /** Set on the supervisor of a stack that outlives its starter. */
    static final String WRITES = "gomall.writes-class-archives";

    private static final int FIRST_JDK = 19;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
    private static final Duration WRITE_WITHIN = Duration.ofSeconds(90);

    private ClassArchive() {}

    static List<String> flags(String part, StackFolders folders) {
        Path archive = file(part, folders);
        if (Runtime.version().feature() < FIRST_JDK) {
            return List.of();
        }
        if (Boolean.getBoolean(WRITES)) {
            return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off");
        }
        return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off") : List.of();
    }

    /** The first stop takes longer: five applications write their archives at once then. */
    static Duration stopWithin(String part, StackFolders folders) {
        boolean writes = Runtime.version().feature() >= FIRST_JDK
                && Boolean.getBoolean(WRITES)
                && !Files.exists(file(part, folders));
        return writes ? WRITE_WITHIN : STOP_WITHIN;
    }

    private static Path file(String part, StackFolders folders) {
        return StackFolders.ensure(folders.binaries().resolve("class-archives"))
                .resolve(part + "-jdk" + Runtime.version().feature() + ".jsa");
    }
}
