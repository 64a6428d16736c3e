package org.gomall.localstack;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/** A process of a part, whether this supervisor started it or took it over. */
final class LiveProcess {

    private final ProcessHandle handle;
    private final BooleanSupplier alive;
    private final Instant startedAt;
    private boolean paused;

    private LiveProcess(ProcessHandle handle, BooleanSupplier alive) {
        this.handle = handle;
        this.alive = alive;
        this.startedAt = handle.info().startInstant().orElseGet(Instant::now);
    }

    static LiveProcess child(Process process) {
        return new LiveProcess(process.toHandle(), process::isAlive);
    }

    /** Nobody may reap a process that was taken over, it can stay as a zombie: only its arguments tell. */
    static LiveProcess adopted(ProcessHandle handle, String marker) {
        return new LiveProcess(
                handle, () -> Processes.find(handle.pid(), marker).isPresent());
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

    boolean isAlive() {
        return alive.getAsBoolean();
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
