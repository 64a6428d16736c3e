package org.gomall.localstack;

import java.util.List;
import java.util.Optional;

/** Refuses to start what does not fit into memory: a machine that swaps looks like a stack that hangs. */
final class MemoryCheck {

    private static final long SERVERS_MEGABYTES = 1300;
    private static final long APPLICATIONS_MEGABYTES = 2000;
    private static final long INSTANCE_MEGABYTES = 330;

    private MemoryCheck() {}

    static void requireEnough(List<PartStatus> running, boolean applications) {
        long inUse = running.stream().mapToLong(PartStatus::megabytes).sum();
        long needed = SERVERS_MEGABYTES + (applications ? APPLICATIONS_MEGABYTES : 0) - inUse;
        requireAvailable(needed, applications ? ", start the servers only with ./gomall infra," : "");
    }

    /** For further instances of applications. */
    static void requireEnoughFor(int instances) {
        requireAvailable(instances * INSTANCE_MEGABYTES, "");
    }

    private static void requireAvailable(long needed, String advice) {
        Optional<Long> available = Processes.availableMegabytes();
        if ("1".equals(System.getenv("GOMALL_IGNORE_MEMORY")) || available.isEmpty() || available.get() >= needed) {
            return;
        }
        throw new StackException("Too little memory: what is to be started needs about " + needed + " MB, "
                + available.get() + " MB are available. End other programs" + advice
                + " or try it all the same with GOMALL_IGNORE_MEMORY=1.");
    }
}
