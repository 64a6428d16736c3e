package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gomall.localstack.PartStatus;
import org.junit.jupiter.api.Test;

/**
 * Every socket that any process of the system listens on, as the kernel knows it: only the shop itself can be reached from
 * other machines, apart from what docs/hardening.md names, and applications listen nowhere that it does not name.
 */
class PortsTest {

    private static final Mall MALL = Mall.shared();

    /** Servers that cannot be told to listen on loopback only, and how many such ports they have; see docs/hardening.md. */
    private static final Map<String, Integer> UNCONFINED = Map.of("seata", 2, "nacos", 1, "broker", 1);

    private record Listener(PartStatus part, int port, boolean onLoopback) {

        @Override
        public String toString() {
            return part.name() + ":" + port;
        }
    }

    @Test
    void nothing_but_the_web_port_listens_beyond_loopback() throws IOException {
        Map<String, Integer> known = new HashMap<>();
        List<Listener> open = new ArrayList<>();
        for (Listener listener : listeners()) {
            String name = listener.part().name();
            boolean shop = name.equals("consumer-web") && MALL.url().endsWith(":" + listener.port());
            boolean mayBeMain = listener.part().port() != listener.port() || name.equals("seata");
            if (!listener.onLoopback()
                    && !shop
                    && !(mayBeMain && known.merge(name, 1, Integer::sum) <= UNCONFINED.getOrDefault(name, 0))) {
                open.add(listener);
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void applications_listen_on_their_documented_ports_and_on_no_other() throws IOException {
        Map<String, Set<Integer>> ports = listeners().stream()
                .collect(Collectors.groupingBy(
                        listener -> listener.part().name(),
                        Collectors.mapping(Listener::port, Collectors.toCollection(TreeSet::new))));
        for (String application : Mall.applications()) {
            int management =
                    URI.create(MALL.system().managementUrl(application, 1)).getPort();
            int main =
                    application.equals("consumer-web") ? URI.create(MALL.url()).getPort() : management + 20881 - 18081;
            // Health, meters and figures share the management port; Sentinel's command port is ten further.
            assertThat(ports.get(application))
                    .as(application)
                    .containsExactlyInAnyOrder(main, management, management + 10);
        }
    }

    private static List<Listener> listeners() throws IOException {
        assumeThat(Path.of("/proc/net/tcp")).exists();
        List<Listener> listeners = new ArrayList<>();
        for (PartStatus part : MALL.system().status()) {
            if (part.pid().isEmpty()) {
                continue;
            }
            Set<String> sockets = socketsOf(part.pid().orElseThrow());
            for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] fields = line.trim().split("\\s+");
                    if (fields.length > 9 && fields[3].equals("0A") && sockets.contains(fields[9])) {
                        int port = Integer.parseInt(fields[1].substring(fields[1].indexOf(':') + 1), 16);
                        listeners.add(new Listener(part, port, isLoopback(fields[1])));
                    }
                }
            }
        }
        assertThat(listeners).hasSizeGreaterThan(20);
        return listeners;
    }

    private static boolean isLoopback(String address) {
        String host = address.substring(0, address.indexOf(':'));
        return host.endsWith("0100007F") || host.equals("00000000000000000000000001000000");
    }

    private static Set<String> socketsOf(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path file : files.toList()) {
                try {
                    String target = Files.readSymbolicLink(file).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring(8, target.length() - 1));
                    }
                } catch (IOException closedMeanwhile) {
                    continue;
                }
            }
        }
        return inodes;
    }
}
