package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gomall.localstack.PartStatus;
import org.junit.jupiter.api.Test;

/** Only the shop itself can be reached from other machines, apart from what the README names. */
class PortsTest {

    private static final Mall MALL = Mall.shared();

    /** Servers that cannot be told to listen on loopback only, and how many such ports they have; see the README. */
    private static final Map<String, Integer> UNCONFINED = Map.of("seata", 2, "nacos", 1, "broker", 1);

    @Test
    void nothing_but_the_web_port_listens_beyond_loopback() throws IOException {
        assumeThat(Path.of("/proc/net/tcp")).exists();
        List<String> open = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        for (PartStatus part : MALL.system().status()) {
            if (part.pid().isEmpty()) {
                continue;
            }
            Set<String> sockets = socketsOf(part.pid().orElseThrow());
            for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] fields = line.trim().split("\\s+");
                    boolean listens = fields.length > 9 && fields[3].equals("0A");
                    if (listens && sockets.contains(fields[9]) && !isLoopback(fields[1])) {
                        int port = Integer.parseInt(fields[1].substring(fields[1].indexOf(':') + 1), 16);
                        boolean shop =
                                part.name().equals("consumer-web") && MALL.url().endsWith(":" + port);
                        boolean mayBeMain = part.port() != port || part.name().equals("seata");
                        boolean named = mayBeMain
                                && known.merge(part.name(), 1, Integer::sum) <= UNCONFINED.getOrDefault(part.name(), 0);
                        if (!shop && !named) {
                            open.add(part.name() + ":" + port);
                        }
                    }
                }
            }
        }
        assertThat(open).isEmpty();
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
