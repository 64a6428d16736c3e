package org.gomall.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gomall.localstack.TestStack;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Points this test process at the shared servers before any Spring context starts: the environment of
 * {@code TestStack} as system properties, with an own schema and an own Nacos namespace.
 */
public final class RealServers implements BeforeAllCallback, TestInstancePreConstructCallback {

    private static final Clock CLOCK = Clock.systemUTC();
    private static boolean ready;

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    /** With one test instance per class Spring makes its context before {@link #beforeAll}. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        start();
    }

    /** Starts (or finds) the servers and sets the system properties; further calls do nothing. */
    public static synchronized void start() {
        if (ready) {
            return;
        }
        TestStack stack = TestStack.shared();
        for (Map.Entry<String, String> entry : stack.environment().entrySet()) {
            System.setProperty(entry.getKey(), entry.getValue());
        }
        String module = module();
        String run = module + "-" + ProcessHandle.current().pid() + "-"
                + Instant.now(CLOCK).getEpochSecond();
        stack.createSchema("gomall_test_" + module);
        System.setProperty("GOMALL_SCHEMA", "gomall_test_" + module);
        System.setProperty("gomall.nacos.namespace", "test-" + run);
        System.setProperty("gomall.messaging.space", run);
        System.setProperty(
                "gomall.messaging.since", Instant.now(CLOCK).minusSeconds(60).toString());
        System.setProperty("dubbo.consumer.scope", "remote");
        System.setProperty("spring.test.print-condition-evaluation-report", "false");
        System.setProperty("GOMALL_DUBBO_PORT", Integer.toString(freePort()));
        System.setProperty("GOMALL_SENTINEL_PORT", Integer.toString(freePort()));
        System.setProperty("GOMALL_MANAGEMENT_PORT", "0");
        System.setProperty("GOMALL_BIND", "127.0.0.1");
        System.setProperty("GOMALL_OFFLINE_SETTLE", "0s");
        System.setProperty(
                "GOMALL_HOME_DIR",
                Path.of("target", "gomall-home").toAbsolutePath().toString());
        ready = true;
    }

    /** A port that is free now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String module() {
        Path here = Path.of("").toAbsolutePath().getFileName();
        return Optional.ofNullable(here)
                .map(Path::toString)
                .orElse("root")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "_");
    }
}
