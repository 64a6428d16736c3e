package org.gomall.localstack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps the logs bounded, and reads their ends. */
final class LogFiles {

    private static final long LARGEST = 10L * 1024 * 1024;
    private static final long TAIL_BYTES = 16 * 1024;

    private LogFiles() {}

    /** Moves the content of a log that has grown large to a second file; writers go on appending to the first. */
    static void rotate(Path log) throws IOException {
        if (!Files.exists(log) || Files.size(log) < LARGEST) {
            return;
        }
        Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        FileChannel.open(log, StandardOpenOption.WRITE).truncate(0).close();
    }

    /** Rotates every log of the stack; the servers rotate those in their own folders themselves. */
    static void rotateAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                rotate(log);
            }
        } catch (IOException e) {
            System.out.println("The logs in " + folder + " cannot be rotated: " + e);
        }
    }

    static String tail(Path log, int lines) {
        if (!Files.exists(log)) {
            return "(no log yet)";
        }
        try (FileChannel channel = FileChannel.open(log)) {
            long from = Math.max(0, channel.size() - TAIL_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
            channel.read(bytes, from);
            List<String> all =
                    new String(bytes.array(), StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size()).stream()
                    .map(line -> "    " + line)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }
}
