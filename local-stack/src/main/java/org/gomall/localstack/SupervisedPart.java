package org.gomall.localstack;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Keeps one part in the wished state with a thread of its own: starts it when its needs are ready, waits until it
 * answers, starts it again when it dies, stops it.
 */
final class SupervisedPart {

    enum State {
        STOPPED,
        WAITING,
        STARTING,
        READY,
        RESTARTING,
        FAILED
    }

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 3;
    private static final long POLL_MILLIS = 100;

    private final Part part;
    private final StackFolders folders;
    private final Predicate<String> isPartReady;
    private final Consumer<String> events;
    private final ProcessRecord record;

    private State state = State.STOPPED;
    private boolean wished;
    private boolean restartAsked;
    private LiveProcess process;
    private int restarts;
    private String failure = "";
    private Thread keeper;

    /**
     * @param isPartReady tells whether another part is ready
     * @param events takes one line per change which a person wants to know
     */
    SupervisedPart(Part part, StackFolders folders, Predicate<String> isPartReady, Consumer<String> events) {
        this.part = part;
        this.folders = folders;
        this.isPartReady = isPartReady;
        this.events = events;
        this.record = new ProcessRecord(part, folders);
    }

    Part part() {
        return part;
    }

    synchronized State state() {
        return state;
    }

    synchronized String failure() {
        return failure;
    }

    synchronized Optional<ProcessHandle> process() {
        return isRunning() ? Optional.of(process.handle()) : Optional.empty();
    }

    /** Takes over the process which an earlier supervisor started, if it still runs on the same ports. */
    synchronized void adopt() {
        record.processOnSamePorts().ifPresent(recorded -> {
            process = LiveProcess.adopted(recorded, part.recipe().marker());
            restarts = record.restarts();
            wished = true;
        });
    }

    /** Ends what an earlier supervisor of this stack left behind. */
    void endLeftover() throws InterruptedException {
        Optional<ProcessHandle> leftover = record.process();
        leftover.ifPresent(ProcessHandle::destroyForcibly);
        for (int i = 0; i < 100 && leftover.isPresent() && record.process().isPresent(); i++) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    synchronized void supervise() {
        keeper = new Thread(this::keepAsWished, "part-" + part.name());
        keeper.setDaemon(true);
        keeper.start();
    }

    /** Ends the supervision of a part that was stopped. */
    synchronized void release() {
        keeper.interrupt();
    }

    synchronized void start() {
        if (state == State.FAILED) {
            become(State.STOPPED);
        }
        failure = "";
        wished = true;
        notifyAll();
    }

    synchronized void stop() {
        wished = false;
        notifyAll();
    }

    synchronized void restart() {
        start();
        if (process != null) {
            restartAsked = true;
            become(State.RESTARTING);
        }
    }

    synchronized void kill(boolean startAgain) {
        wished &= startAgain;
        if (process != null) {
            process.kill();
            become(State.RESTARTING);
        }
        notifyAll();
    }

    synchronized void pause() {
        running().pause();
    }

    synchronized void resume() {
        running().resume();
    }

    private LiveProcess running() {
        if (!isRunning()) {
            throw new StackException(part.name() + " does not run.");
        }
        return process;
    }

    synchronized String row() {
        Optional<LiveProcess> live = Optional.ofNullable(process).filter(LiveProcess::isAlive);
        boolean paused = live.filter(LiveProcess::isPaused).isPresent();
        return String.join(
                "\t",
                part.name(),
                part.kind().name(),
                paused ? "PAUSED" : state.name(),
                live.map(found -> Long.toString(found.pid())).orElse(""),
                Integer.toString(part.port()),
                live.map(found -> Long.toString(found.startedAt().toEpochMilli()))
                        .orElse(""),
                live.map(found -> Long.toString(Processes.residentMegabytes(found.pid())))
                        .orElse(""),
                Integer.toString(restarts),
                failure.replace('\t', ' ').replace('\n', '\u0001'));
    }

    private void keepAsWished() {
        int failures = 0;
        boolean wasReady = false;
        try {
            while (true) {
                awaitWish();
                try {
                    runOnce(wasReady);
                    wasReady = true;
                    failures = 0;
                } catch (StartFailure reason) {
                    end();
                    part.recipe().startFailed();
                    failures++;
                    boolean hopeless = !reason.isWorthRepeating() || failures >= ATTEMPTS;
                    if (isWished() && !wasReady && hopeless) {
                        fail(reason.getMessage());
                    } else if (isWished()) {
                        log(reason.getMessage());
                    }
                }
                if (!isWished()) {
                    wasReady = false;
                    failures = 0;
                }
                pauseBeforeRestart(failures);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitWish() throws InterruptedException {
        while (!isWished()) {
            if (isRunning()) {
                end();
            }
            awaitChange();
        }
    }

    private synchronized void awaitChange() throws InterruptedException {
        if (!wished) {
            become(state == State.FAILED ? State.FAILED : State.STOPPED);
            wait();
        }
    }

    /**
     * Returns when the part has died after being ready, or was ended as wished.
     *
     * @param again true when it was ready before: then it does not wait for its needs, which may be away for long
     */
    private void runOnce(boolean again) throws InterruptedException, StartFailure {
        if (!isRunning() && !again) {
            awaitNeeds();
        }
        long begin = System.nanoTime();
        if (!isRunning()) {
            launch();
        }
        awaitReady(begin);
        while (isWished() && !isRestartAsked() && isRunning()) {
            sleep(POLL_MILLIS);
        }
        if (isWished() && !isRestartAsked()) {
            recordDeath();
        } else {
            end();
        }
    }

    private void awaitNeeds() throws InterruptedException {
        set(State.WAITING);
        while (isWished() && !part.needs().stream().allMatch(isPartReady)) {
            sleep(POLL_MILLIS);
        }
    }

    private void launch() throws StartFailure {
        if (!isWished()) {
            return;
        }
        set(State.STARTING);
        try {
            PortCheck.requireFree(part);
            File log = folders.log(part.name()).toFile();
            LogFiles.rotate(log.toPath());
            ProcessBuilder builder = part.recipe().prepare();
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            started(builder.start());
        } catch (StackException sentence) {
            throw StartFailure.told(sentence);
        } catch (Exception e) {
            throw StartFailure.unexpected(part, e);
        }
    }

    private synchronized void started(Process child) {
        process = LiveProcess.child(child);
        restartAsked = false;
        record.write(Optional.of(child.toHandle()), restarts);
    }

    private void awaitReady(long begin) throws InterruptedException, StartFailure {
        set(State.STARTING);
        Exception lastAnswer = null;
        while (isWished() && !isRestartAsked()) {
            if (!isRunning()) {
                throw StartFailure.died(part, folders);
            }
            try {
                if (part.recipe().isReady()) {
                    part.recipe().afterReady(events);
                    becomeReady(System.nanoTime() - begin);
                    return;
                }
            } catch (Exception notYet) {
                lastAnswer = notYet;
            }
            if (System.nanoTime() - begin > part.startWithin().toNanos()) {
                throw StartFailure.late(part, folders, lastAnswer);
            }
            sleep(POLL_MILLIS);
        }
    }

    /** Does nothing when somebody has ended it, or wants it ended, since it answered. */
    private synchronized void becomeReady(long nanos) {
        if (wished && !restartAsked && process.isAlive()) {
            become(State.READY);
            events.accept(String.format(
                    Locale.ROOT, "%-18s ready on port %-5d after %4.1f s", part.name(), part.port(), nanos / 1e9));
        }
    }

    private synchronized void recordDeath() {
        restarts++;
        process = null;
        become(State.RESTARTING);
        record.write(Optional.empty(), restarts);
        events.accept(String.format(Locale.ROOT, "%-18s died, starting it again", part.name()));
    }

    /** Asks the process to end, and insists when it does not. */
    private void end() throws InterruptedException {
        long deadline = System.nanoTime() + part.recipe().stopWithin().toNanos();
        for (boolean asked = false; isRunning(); asked = true) {
            terminate(asked, System.nanoTime() > deadline);
            sleep(POLL_MILLIS);
        }
        synchronized (this) {
            process = null;
            restartAsked = false;
            become(wished ? State.RESTARTING : State.STOPPED);
            record.delete();
        }
    }

    private synchronized void terminate(boolean asked, boolean insist) {
        if (process != null && insist) {
            process.kill();
        } else if (process != null && !asked) {
            process.terminate();
        }
    }

    private synchronized void fail(String sentence) {
        wished = false;
        failure = sentence;
        become(State.FAILED);
        log(sentence);
    }

    private void pauseBeforeRestart(int failures) throws InterruptedException {
        long millis = Math.min(FIRST_PAUSE.toMillis() << Math.min(failures, 10), LONGEST_PAUSE.toMillis());
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (isWished() && System.nanoTime() < end) {
            sleep(POLL_MILLIS);
        }
    }

    private synchronized boolean isWished() {
        return wished;
    }

    private synchronized boolean isRestartAsked() {
        return restartAsked;
    }

    private synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    private synchronized void set(State next) {
        become(next);
    }

    private void become(State next) {
        if (state != next) {
            state = next;
            notifyAll();
        }
    }

    private synchronized void sleep(long millis) throws InterruptedException {
        wait(millis);
    }

    private static void log(String sentence) {
        System.out.println(Instant.now() + " " + sentence);
    }
}
