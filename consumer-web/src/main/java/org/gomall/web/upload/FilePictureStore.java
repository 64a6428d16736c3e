package org.gomall.web.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Pictures as files of one folder, spread over 256 sub-folders. Several instances of the web share the folder. */
@Component
@ConditionalOnProperty(name = "gomall.pictures.store", havingValue = "folder", matchIfMissing = true)
class FilePictureStore implements PictureStore {

    private static final Logger LOG = LoggerFactory.getLogger(FilePictureStore.class);

    private final Path folder;

    FilePictureStore(@Value("${gomall.pictures.folder}") String folder) {
        this.folder = Path.of(folder).toAbsolutePath().normalize();
        LOG.info("uploaded pictures lie in {}", this.folder);
    }

    /** Written beside and moved, so that nobody ever reads half a picture. */
    @Override
    public void put(String uploadId, byte[] picture) throws IOException {
        Path file = file(uploadId);
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(file.getParent(), "unfinished", null);
        try {
            Files.write(unfinished, picture);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public Optional<byte[]> get(String uploadId) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file(uploadId)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void remove(String uploadId) throws IOException {
        Files.deleteIfExists(file(uploadId));
    }

    /** Nothing but our own numbers ever becomes a file name. */
    private Path file(String uploadId) {
        if (!Upload.isId(uploadId)) {
            throw new IllegalArgumentException("not the number of an upload");
        }
        return folder.resolve(uploadId.substring(0, 2)).resolve(uploadId);
    }
}
