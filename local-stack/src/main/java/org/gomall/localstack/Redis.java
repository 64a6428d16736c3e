package org.gomall.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Redis with an append-only file, so that sessions and guest carts survive a restart. */
final class Redis implements Recipe {

    static final String NAME = "redis";

    private final StackFolders folders;
    private final int port;

    Redis(StackFolders folders, int port) {
        this.folders = folders;
        this.port = port;
    }

    static Part part(StackFolders folders, Ports ports) {
        int port = ports.of(Ports.REDIS);
        return new Part(
                NAME, Part.Kind.SERVER, List.of(), List.of(port), 3, Duration.ofSeconds(120), new Redis(folders, port));
    }

    @Override
    public String marker() {
        return configuration().toString();
    }

    @Override
    public ProcessBuilder prepare() throws IOException {
        Path binary = NativeBinaries.redis(folders);
        Files.write(
                configuration(),
                List.of(
                        "port " + port,
                        "bind 127.0.0.1",
                        "dir \"" + folders.data(NAME) + "\"",
                        "appendonly yes",
                        "appendfsync everysec",
                        "maxmemory 256mb",
                        "maxmemory-policy noeviction",
                        "daemonize no",
                        // The command line is how the launcher recognises its processes.
                        "set-proc-title no"));
        return new ProcessBuilder(binary.toString(), configuration().toString())
                .directory(folders.data(NAME).toFile());
    }

    @Override
    public boolean isReady() throws IOException {
        return Probes.ask(port, "PING").startsWith("+PONG");
    }

    private Path configuration() {
        return folders.work(NAME).resolve("redis.conf");
    }
}
