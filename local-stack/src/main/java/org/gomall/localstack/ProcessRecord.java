package org.gomall.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What is written down about the process of a part, so that a later supervisor finds it again. A recorded process only
 * counts while the part's marker is in its command line: process ids are used again, at the latest after a reboot.
 */
final class ProcessRecord {

    private final Part part;
    private final Path file;

    ProcessRecord(Part part, StackFolders folders) {
        this.part = part;
        this.file = folders.run().resolve(part.name() + ".properties");
    }

    void write(Optional<ProcessHandle> process, int restarts) {
        Properties properties = new Properties();
        process.ifPresent(handle -> properties.setProperty("pid", Long.toString(handle.pid())));
        properties.setProperty("ports", part.ports().toString());
        properties.setProperty("restarts", Integer.toString(restarts));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new StackException("The record " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackException("The record " + file + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** The recorded process, if it is alive. */
    Optional<ProcessHandle> process() {
        return Optional.ofNullable(read().getProperty("pid"))
                .flatMap(
                        pid -> Processes.find(Long.parseLong(pid), part.recipe().marker()));
    }

    /** The recorded process, if it is alive and listens where this part should. */
    Optional<ProcessHandle> processOnSamePorts() {
        boolean same = part.ports().toString().equals(read().getProperty("ports"));
        return same ? process() : Optional.empty();
    }

    int restarts() {
        return Integer.parseInt(read().getProperty("restarts", "0"));
    }

    private Properties read() {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (InputStream content = Files.newInputStream(file)) {
                properties.load(content);
            } catch (IOException unreadable) {
                // Nothing is known then, as if it had never been written.
                properties.clear();
            }
        }
        return properties;
    }
}
