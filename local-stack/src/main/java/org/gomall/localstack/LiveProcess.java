package org.gomall.localstack;

import java.time.Instant;

/** A process of a part, whether this supervisor started it or took it over. */
final class LiveProcess {

    private final ProcessHandle handle;
    private final String marker;
    private final Instant startedAt;
    private boolean paused;

    LiveProcess(ProcessHandle handle, String marker) {
        this.handle = handle;
        this.marker = marker;
        this.startedAt = handle.info().startInstant().orElseGet(Instant::now);
    }

    long pid() {
        return handle.pid();
    }

    ProcessHandle handle() {
        return handle;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** A process which this supervisor did not start may linger as a zombie: only its arguments tell. */
    boolean isAlive() {
        return handle.isAlive() && Processes.find(handle.pid(), marker).isPresent();
    }

    boolean isPaused() {
        return paused;
    }

    void pause() {
        Processes.signal(pid(), "STOP");
        paused = true;
    }

    void resume() {
        Processes.signal(pid(), "CONT");
        paused = false;
    }

    /** Asks it to end; a frozen process has to wake up to hear that. */
    void terminate() {
        if (paused) {
            resume();
        }
        handle.destroy();
    }

    void kill() {
        handle.destroyForcibly();
    }
}
