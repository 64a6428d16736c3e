package org.gomall.localstack;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * What the applications of one stack prove to each other that they belong together with: made at the first start, kept in
 * the data folder, readable by its owner alone. An application that is started by hand finds it there.
 */
final class DubboSecret {

    private static final String FILE = "dubbo-secret";
    private static final int BYTES = 32;

    private DubboSecret() {}

    static synchronized String of(StackFolders folders) {
        Path file = folders.run().resolve(FILE);
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackException("The secret " + file + " cannot be kept: " + e.getMessage(), e);
        }
    }

    /** Appears whole or not at all, whoever is faster. */
    private static void create(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path written = Files.createTempFile(file.getParent(), FILE, ".new", ownerOnly());
        try {
            Files.writeString(written, HexFormat.of().formatHex(random));
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException somebodyWasFaster) {
            // Theirs is the one.
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)};
    }
}
