package org.gomall.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A standalone Nacos with its console; after every start the files under nacos-config/ are published.
 * What a Nacos that lost its data had before is left to the applications first: they may hold later versions. */
final class NacosServer extends JvmRecipe {

    static final String NAME = "nacos";

    private final StackFolders folders;
    private final Ports ports;

    NacosServer(StackFolders folders, Ports ports) {
        this.folders = folders;
        this.ports = ports;
    }

    static Part part(StackFolders folders, Ports ports) {
        int port = ports.of(Ports.NACOS);
        List<Integer> all =
                List.of(port, ports.of(Ports.NACOS_CONSOLE), port + 1000, port + 1001, ports.of(Ports.NACOS_RAFT));
        return new Part(
                NAME, Part.Kind.SERVER, List.of(), all, 2, Duration.ofSeconds(300), new NacosServer(folders, ports));
    }

    @Override
    public String marker() {
        return JavaCommand.marker(NAME, folders);
    }

    @Override
    JavaCommand command() throws IOException {
        String secret = secret();
        return new JavaCommand(NAME, folders)
                .flag("-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx256m")
                .property("nacos.standalone", true)
                .property("nacos.home", folders.data(NAME))
                .property("nacos.logs.path", StackFolders.ensure(folders.logs().resolve(NAME)))
                .property("nacos.server.ip", "127.0.0.1")
                .property("nacos.remote.grpc.listen.ip", "127.0.0.1")
                .property("nacos.server.main.port", ports.of(Ports.NACOS))
                .property("nacos.console.port", ports.of(Ports.NACOS_CONSOLE))
                .property("nacos.core.auth.plugin.nacos.token.secret.key", secret)
                .property("nacos.core.auth.server.identity.key", "gomall")
                .property("nacos.core.auth.server.identity.value", secret)
                .property("derby.stream.error.file", folders.logs().resolve("nacos/derby.log"))
                .run(
                        List.of(mainJar().toString(), JavaCommand.serverClassPath(folders, NAME)),
                        "org.gomall.localstack.nacos.NacosMain")
                .archivedAs(NAME);
    }

    @Override
    public boolean isReady() throws IOException {
        // Its ports open earlier than clients are accepted.
        int port = ports.of(Ports.NACOS);
        return Probes.httpStatus("http://127.0.0.1:" + port + "/nacos/v3/admin/core/state/readiness") == 200
                && Probes.accepts(ports.of(Ports.NACOS_CONSOLE));
    }

    @Override
    public void afterReady(Consumer<String> report) throws IOException {
        publisher(folders, ports).publishAll(report);
    }

    static NacosPublisher publisher(StackFolders folders, Ports ports) {
        return new NacosPublisher(
                Address.loopback(ports.of(Ports.NACOS)),
                folders.root().resolve("nacos-config"),
                // Not beside Nacos' own data: it has to know what was there if those are lost.
                folders.data(NAME + "-published").resolve("published.properties"));
    }

    /** Class-data sharing wants jars, not folders of classes. */
    private Path mainJar() throws IOException {
        Path target = folders.serverClassPath(NAME).getParent();
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("local-stack-server-nacos-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new StackException("local-stack/servers/nacos is not built: run ./gomall build."));
        }
    }

    /** Nacos ships a key which everybody knows; each stack draws its own. */
    private String secret() throws IOException {
        Path file = folders.data(NAME).resolve("token-secret");
        if (!Files.exists(file)) {
            byte[] random = new byte[48];
            new SecureRandom().nextBytes(random);
            Files.writeString(file, Base64.getEncoder().encodeToString(random));
        }
        return Files.readString(file).strip();
    }
}
