package org.gomall.localstack;

import java.time.Duration;
import java.util.List;

/**
 * The Seata transaction coordinator with a file store. Clients reach it by its address, not through a registry, so that
 * it starts beside Nacos and not after it. Version 2.0.0 listens on all interfaces.
 */
final class SeataServer extends JvmRecipe {

    static final String NAME = "seata";

    /** Threads for second phases; without a word there is one less than there are processors, and no less than one. */
    private static final String PHASES_AT_ONCE = "16";

    private static final int RETRY_MILLIS = 1000;

    private final StackFolders folders;
    private final Ports ports;

    SeataServer(StackFolders folders, Ports ports) {
        this.folders = folders;
        this.ports = ports;
    }

    static Part part(StackFolders folders, Ports ports) {
        List<Integer> all = List.of(ports.of(Ports.SEATA), ports.of(Ports.SEATA_CONSOLE));
        return new Part(
                NAME, Part.Kind.SERVER, List.of(), all, 2, Duration.ofSeconds(240), new SeataServer(folders, ports));
    }

    @Override
    public String marker() {
        return JavaCommand.marker(NAME, folders);
    }

    @Override
    JavaCommand command() {
        return new JavaCommand(NAME, folders)
                .flag(JavaCommand.options("GOMALL_SERVER_JVM_OPTIONS"))
                .flag("-Xms32m", "-Xmx128m")
                .property("server.port", ports.of(Ports.SEATA_CONSOLE))
                .property("server.address", "127.0.0.1")
                .property(
                        "logging.file.path", StackFolders.ensure(folders.logs().resolve(NAME)))
                .property("seata.store.file.dir", folders.data(NAME))
                .property("seata.server.recovery.committing-retry-period", RETRY_MILLIS)
                .property("seata.server.recovery.async-committing-retry-period", RETRY_MILLIS)
                .property("seata.server.recovery.rollbacking-retry-period", RETRY_MILLIS)
                .property("seata.server.recovery.timeout-retry-period", RETRY_MILLIS)
                // When a participant dies while its transaction is being decided, this long after the transaction's
                // begin it
                // is taken up again (default 130 s). No transaction of ours may last longer than 12 s.
                .property("seata.server.retry-dead-threshold", "20000")
                // The second phases of one transaction at the same time: they are different services' and wait for a
                // disk each.
                // One after the other, the client waits for both.
                .property("seata.server.enable-parallel-handle-branch", "true")
                .property("java.util.concurrent.ForkJoinPool.common.parallelism", PHASES_AT_ONCE)
                // Ten lines for every order, with the caller of each, were two fifths of what it computed. Failures are
                // told above this level.
                .property("logging.level.io.seata.core.rpc.processor.server", "WARN")
                .property("logging.level.io.seata.server.coordinator", "WARN")
                .run(
                        List.of(JavaCommand.serverClassPath(folders, NAME)),
                        "io.seata.server.ServerApplication",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(ports.of(Ports.SEATA)))
                .archivedAs(NAME);
    }

    @Override
    public boolean isReady() {
        return Probes.accepts(ports.of(Ports.SEATA)) && Probes.accepts(ports.of(Ports.SEATA_CONSOLE));
    }
}
