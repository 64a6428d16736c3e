package org.gomall.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** RocketMQ's name server. */
final class RocketMqNameServer extends JvmRecipe {

    static final String NAME = "namesrv";

    /**
     * By default every listener of RocketMQ also takes TLS, and for that makes a key and a certificate when it starts, which
     * is most of the work of starting a name server. Nobody connects but by loopback.
     */
    static final String NO_TLS = "tls.server.mode";

    private final StackFolders folders;
    private final int port;

    RocketMqNameServer(StackFolders folders, int port) {
        this.folders = folders;
        this.port = port;
    }

    static Part part(StackFolders folders, Ports ports) {
        int port = ports.of(Ports.NAME_SERVER);
        return new Part(
                NAME,
                Part.Kind.SERVER,
                List.of(),
                List.of(port),
                3,
                Duration.ofSeconds(180),
                new RocketMqNameServer(folders, port));
    }

    @Override
    public String marker() {
        return JavaCommand.marker(NAME, folders);
    }

    @Override
    JavaCommand command() throws IOException {
        Path data = folders.data(NAME);
        Path configuration = folders.work(NAME).resolve("namesrv.conf");
        Files.write(
                configuration,
                List.of(
                        "listenPort=" + port,
                        "bindAddress=127.0.0.1",
                        "serverWorkerThreads=4",
                        "serverSelectorThreads=2",
                        "kvConfigPath=" + data.resolve("kvConfig.json"),
                        "configStorePath=" + data.resolve("namesrv.properties")));
        return new JavaCommand(NAME, folders)
                .flag("-XX:TieredStopAtLevel=1", "-Xmx48m")
                .property("rocketmq.home.dir", folders.work(NAME))
                .property(NO_TLS, "disabled")
                .run(
                        List.of(JavaCommand.serverClassPath(folders, "rocketmq")),
                        "org.apache.rocketmq.namesrv.NamesrvStartup",
                        "-c",
                        configuration.toString())
                .archivedAs(NAME);
    }

    @Override
    public boolean isReady() {
        return Probes.accepts(port);
    }
}
