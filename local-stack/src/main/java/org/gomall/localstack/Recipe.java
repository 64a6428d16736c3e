package org.gomall.localstack;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** How one part is started and recognised. */
interface Recipe {

    /** A text in the command line of the process which no other process has. */
    String marker();

    /** Prepares files and folders; the command is started by the supervisor, which also redirects its output. */
    ProcessBuilder prepare() throws Exception;

    /** Whether the part does its work; asked again and again, and free to throw while it does not. */
    boolean isReady() throws Exception;

    /** How long the process may take to end when asked, before it is killed. */
    default Duration stopWithin() {
        return Duration.ofSeconds(30);
    }

    /** A start went wrong; the next attempt may be prepared in another way. */
    default void startFailed() {}

    /** An archive that would make the next start faster, and can be written now. */
    default Optional<ClassArchive> archiveToWrite() {
        return Optional.empty();
    }

    /**
     * What has to happen before anyone is told that the part is ready, after every start.
     *
     * @param report takes lines for the person at the keyboard
     */
    default void afterReady(Consumer<String> report) throws Exception {}
}
