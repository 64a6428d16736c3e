package org.gomall.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * The servers without the applications, for integration tests: started once for a whole Maven run with fresh data, on
 * free ports, shared by the test JVMs of all modules, and ended when the Maven process ends. Tests keep out of each
 * other's way by schemas, topics and names of their own.
 *
 * <p>With the environment variable {@code GOMALL_TEST_KEEP=1} the servers stay after the run and later runs use them,
 * which saves their start; {@code GOMALL_HOME=.gomall/test-stack-kept ./gomall down} ends them.
 */
public final class TestStack extends RunningStack {

    private static final String FOLDER = "test-stack";

    private static TestStack shared;

    private TestStack(StackFolders folders, Ports ports, ControlClient control) {
        super(folders, ports, control);
    }

    /** The stack of this Maven run; the first caller starts it, the others wait until it is ready. */
    public static synchronized TestStack shared() {
        if (shared == null) {
            Path root = StackFolders.findRoot();
            Path parent = StackFolders.ensure(root.resolve(".gomall"));
            try (FileChannel channel = FileChannel.open(
                            parent.resolve(FOLDER + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                AbandonedStacks.clear(root, parent);
                shared = lock.isValid() ? open(root, parent) : null;
            } catch (IOException e) {
                throw new StackException("The test servers cannot be started: " + e.getMessage(), e);
            }
        }
        return shared;
    }

    private static TestStack open(Path root, Path parent) {
        if ("1".equals(System.getenv("GOMALL_TEST_KEEP"))) {
            return start(new StackFolders(root, parent.resolve(FOLDER + "-kept")), Optional.empty());
        }
        Plan.Owner owner = Plan.Owner.of(MavenProcess.find().orElseGet(ProcessHandle::current));
        StackFolders usual = new StackFolders(root, parent.resolve(FOLDER));
        Optional<Plan.Owner> user = ownerOf(usual);
        boolean usedByAnotherRun = user.isPresent()
                && !user.get().equals(owner)
                && user.get().find().isPresent();
        StackFolders folders =
                usedByAnotherRun ? new StackFolders(root, parent.resolve(FOLDER + "-" + owner.pid())) : usual;
        return start(folders, Optional.of(owner));
    }

    private static TestStack start(StackFolders folders, Optional<Plan.Owner> owner) {
        Optional<ControlClient> running =
                ControlClient.find(folders).filter(control -> ownerOf(folders).equals(owner));
        if (running.isEmpty()) {
            ControlClient.find(folders).ifPresent(ControlClient::end);
            if (owner.isPresent()) {
                StackFolders.delete(folders.home());
            }
        }
        ControlClient control =
                running.orElseGet(() -> ControlClient.findOrStart(folders, new Plan(Ports.free(), owner, Map.of())));
        control.call("up", "infra", line -> {});
        return new TestStack(
                folders, Plan.read(folders.run().resolve(Supervisor.PLAN)).ports(), control);
    }

    private static Optional<Plan.Owner> ownerOf(StackFolders folders) {
        Path plan = folders.run().resolve(Supervisor.PLAN);
        return Files.exists(plan) ? Plan.read(plan).owner() : Optional.empty();
    }
}
