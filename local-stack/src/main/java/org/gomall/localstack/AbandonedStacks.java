package org.gomall.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Test stacks whose owner has gone: their folders are deleted, and what was left running in them is ended. */
final class AbandonedStacks {

    private static final Pattern NAME = Pattern.compile("(test-stack|system)-\\d+");

    private AbandonedStacks() {}

    /**
     * @param parent the folder which the stacks of a project have in common
     */
    static void clear(Path root, Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            folders.filter(folder ->
                            NAME.matcher(folder.getFileName().toString()).matches())
                    .map(folder -> new StackFolders(root, folder))
                    .filter(AbandonedStacks::isAbandoned)
                    .forEach(AbandonedStacks::remove);
        }
    }

    private static boolean isAbandoned(StackFolders folders) {
        Path plan = folders.run().resolve(Supervisor.PLAN);
        if (!Files.exists(plan) || ControlClient.find(folders).isPresent()) {
            return false;
        }
        Optional<Plan.Owner> owner = Plan.read(plan).owner();
        return owner.isPresent() && owner.get().find().isEmpty();
    }

    private static void remove(StackFolders folders) {
        Plan plan = Plan.read(folders.run().resolve(Supervisor.PLAN));
        Supervisor.allParts(folders, plan).stream()
                .flatMap(part -> new ProcessRecord(part, folders).process().stream())
                .forEach(ProcessHandle::destroyForcibly);
        StackFolders.delete(folders.home());
    }
}
