package org.gomall.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** The process in the background: it owns all parts of one stack and obeys the commands of {@link ControlServer}. */
final class Supervisor {

    static final String PLAN = "plan.properties";

    private static final Duration UP_WITHIN = Duration.ofMinutes(12);
    private static final Duration RANK_STOPS_WITHIN = Duration.ofSeconds(120);
    private static final long WATCH_MILLIS = 500;
    private static final int WATCHES_PER_ROTATION = 30;
    private static final int LOCK_ATTEMPTS = 20;

    private final StackFolders folders;
    private final Roster roster;
    private final ArchiveWriter archives;
    private final ReentrantLock scaling = new ReentrantLock();
    private final Set<BlockingQueue<String>> listeners = ConcurrentHashMap.newKeySet();

    private Supervisor(StackFolders folders, Plan plan) {
        this(folders, plan, any -> allParts(folders, any));
    }

    /**
     * @param layout the parts which a plan consists of
     */
    Supervisor(StackFolders folders, Plan plan, Function<Plan, List<Part>> layout) {
        this.folders = folders;
        this.roster = new Roster(
                plan,
                layout,
                part -> new SupervisedPart(part, folders, this::isReady, this::tell),
                folders.run().resolve(PLAN));
        this.archives = new ArchiveWriter(this::readyRecipes, folders.log("class-archives"));
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        StackFolders folders = new StackFolders(Path.of(args[0]), Path.of(args[1]));
        FileChannel channel = FileChannel.open(
                folders.run().resolve("supervisor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // An earlier supervisor that was told to end may still be at it.
        FileLock lock = channel.tryLock();
        for (int i = 0; lock == null && i < LOCK_ATTEMPTS; i++) {
            Thread.sleep(WATCH_MILLIS);
            lock = channel.tryLock();
        }
        if (lock == null) {
            System.out.println("Another supervisor runs in " + folders.home());
            return;
        }
        Supervisor supervisor = new Supervisor(folders, Plan.read(folders.run().resolve(PLAN)));
        supervisor.takeOver();
        new ControlServer(folders, supervisor).start();
        supervisor.archives.start();
        supervisor.watch();
        lock.release();
    }

    static List<Part> allParts(StackFolders folders, Plan plan) {
        List<Part> all = new ArrayList<>(Servers.parts(folders, plan.ports()));
        all.addAll(Applications.parts(folders, plan));
        return all;
    }

    static String marker(StackFolders folders) {
        return "-Dgomall.supervisor=" + folders.home();
    }

    void takeOver() throws InterruptedException {
        for (SupervisedPart part : roster.all()) {
            if (roster.plan().owner().isEmpty()) {
                part.adopt();
            }
            if (part.process().isEmpty()) {
                part.endLeftover();
            }
            part.supervise();
        }
    }

    /** Stays until the owner is gone; looks after the logs meanwhile. */
    private void watch() throws InterruptedException {
        for (int i = 0;
                roster.plan().owner().isEmpty()
                        || roster.plan().owner().get().find().isPresent();
                i++) {
            if (i % WATCHES_PER_ROTATION == 0) {
                LogFiles.rotateAll(folders.logs());
            }
            Thread.sleep(WATCH_MILLIS);
        }
        tell("the owner " + roster.plan().owner().get().pid() + " is gone, ending the stack");
        killAll();
        System.exit(0);
    }

    SupervisedPart part(String name) {
        return roster.part(name);
    }

    List<String> rows() {
        return roster.all().stream().map(SupervisedPart::row).toList();
    }

    boolean isIdle() {
        return roster.all().stream().allMatch(part -> part.process().isEmpty());
    }

    int offset() {
        return roster.plan().ports().offset();
    }

    /** Starts all parts, or the servers only, and returns when they are ready. */
    void up(boolean applications, Consumer<String> report) throws InterruptedException {
        List<SupervisedPart> wanted = roster.all().stream()
                .filter(part -> applications || part.part().kind() == Part.Kind.SERVER)
                .toList();
        start(wanted, report);
    }

    void start(List<SupervisedPart> wanted, Consumer<String> report) throws InterruptedException {
        for (SupervisedPart part : wanted) {
            if (part.process().isEmpty()) {
                PortCheck.requireFree(part.part());
            }
        }
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        listeners.add(lines);
        try {
            wanted.forEach(SupervisedPart::start);
            awaitReady(wanted, lines, report);
            archives.wake();
        } finally {
            listeners.remove(lines);
        }
    }

    private void awaitReady(List<SupervisedPart> wanted, BlockingQueue<String> lines, Consumer<String> report)
            throws InterruptedException {
        long end = System.nanoTime() + UP_WITHIN.toNanos();
        while (true) {
            boolean ready = wanted.stream().allMatch(part -> part.state() == SupervisedPart.State.READY);
            String line = lines.poll(ready ? 0 : 200, TimeUnit.MILLISECONDS);
            if (line != null) {
                report.accept(line);
            } else if (ready) {
                return;
            } else {
                report.accept("");
            }
            for (SupervisedPart part : wanted) {
                if (part.state() == SupervisedPart.State.FAILED) {
                    throw new StackException(part.failure());
                }
            }
            if (System.nanoTime() > end) {
                throw new StackException("Not everything was ready within " + UP_WITHIN.toMinutes()
                        + " minutes; ./gomall status tells what is missing.");
            }
        }
    }

    /** Stops everything in order, applications first. */
    void down(Consumer<String> report) throws InterruptedException {
        for (int rank : roster.all().stream()
                .map(part -> part.part().stopRank())
                .distinct()
                .sorted()
                .toList()) {
            List<SupervisedPart> group = roster.all().stream()
                    .filter(part ->
                            part.part().stopRank() == rank && part.process().isPresent())
                    .toList();
            ofRank(rank).forEach(SupervisedPart::stop);
            long end = System.nanoTime() + RANK_STOPS_WITHIN.toNanos();
            while (group.stream().anyMatch(part -> part.process().isPresent()) && System.nanoTime() < end) {
                report.accept("");
                Thread.sleep(100);
            }
            group.forEach(part -> report.accept(part.part().name() + " stopped"));
        }
    }

    /**
     * Lets so many instances of an application run: starts what is missing, or ends the highest ones in order, one after
     * the other. Returns when that is done.
     */
    void scale(String application, int instances, Consumer<String> report) throws InterruptedException {
        Applications.requireScalable(application, instances);
        if (!scaling.tryLock()) {
            throw new StackException("Another change of instances is under way.");
        }
        try {
            Plan next = roster.plan().withInstances(application, instances);
            for (SupervisedPart part : roster.surplusFor(next)) {
                part.stop();
                awaitEnd(part, report);
                report.accept(part.part().name() + " stopped");
            }
            for (Part part : roster.missingFor(next)) {
                PortCheck.requireFree(part);
            }
            roster.change(next);
            List<SupervisedPart> wanted = new ArrayList<>();
            for (int instance = 1; instance <= instances; instance++) {
                wanted.add(part(Applications.instanceName(application, instance)));
            }
            start(wanted, report);
        } finally {
            scaling.unlock();
        }
    }

    void awaitEnd(SupervisedPart part, Consumer<String> report) throws InterruptedException {
        while (part.process().isPresent()) {
            report.accept("");
            Thread.sleep(100);
        }
    }

    private List<SupervisedPart> ofRank(int rank) {
        return roster.all().stream()
                .filter(part -> part.part().stopRank() == rank)
                .toList();
    }

    /** Ends everything at once, for stacks whose data nobody needs any more. */
    void killAll() throws InterruptedException {
        List<SupervisedPart> inOrder = roster.all().stream()
                .sorted(Comparator.comparingInt(part -> part.part().stopRank()))
                .toList();
        inOrder.forEach(part -> part.kill(false));
        for (int i = 0;
                i < 100 && inOrder.stream().anyMatch(part -> part.process().isPresent());
                i++) {
            inOrder.forEach(part -> part.kill(false));
            Thread.sleep(100);
        }
    }

    private List<Recipe> readyRecipes() {
        return roster.all().stream()
                .filter(part -> part.state() == SupervisedPart.State.READY)
                .map(part -> part.part().recipe())
                .toList();
    }

    private boolean isReady(String name) {
        return part(name).state() == SupervisedPart.State.READY;
    }

    private void tell(String line) {
        System.out.println(Instant.now() + " " + line);
        listeners.forEach(listener -> listener.add(line));
    }
}
