package org.gomall.e2e.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gomall.e2e.Mall;
import org.gomall.localstack.Link;
import org.gomall.localstack.LocalSystem;
import org.gomall.localstack.Server;

/** Slow, reset and deaf links: in front of every provider, and between applications and the servers they need most. */
public final class LinkFaults implements FaultSource {

    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration LASTS = Duration.ofSeconds(15);

    private static final List<String> PROVIDERS =
            List.of("provider-product", "provider-stock", "provider-user", "provider-order", "provider-payment");

    private static final List<Line> LINES = List.of(
            new Line("consumer-web", Server.REDIS),
            new Line("provider-product", Server.MARIADB),
            new Line("provider-order", Server.MARIADB),
            new Line("provider-order", Server.SEATA),
            new Line("provider-order", Server.NAME_SERVER),
            new Line("consumer-web", Server.NACOS));

    private record Line(String application, Server server) {}

    @Override
    public void prepare(LocalSystem.Builder parts) {
        PROVIDERS.forEach(parts::link);
        LINES.forEach(line -> parts.link(line.application(), line.server()));
    }

    @Override
    public List<Fault> faults(Mall mall) {
        return all(mall.system(), LASTS);
    }

    /** Every link, slow and with resets. */
    static List<Fault> all(LocalSystem system, Duration lasts) {
        List<Fault> faults = new ArrayList<>();
        for (Link link : links(system)) {
            faults.add(slow(link, lasts));
            faults.add(reset(link, lasts));
        }
        return faults;
    }

    /** Two seconds more each way. */
    static Fault slow(Link link, Duration lasts) {
        return new LinkFault("slow link " + link, lasts, () -> link.delay(SLOW), link);
    }

    /** Every connection is reset, old and new. */
    static Fault reset(Link link, Duration lasts) {
        return new LinkFault("resets on link " + link, lasts, link::reset, link);
    }

    private static List<Link> links(LocalSystem system) {
        List<Link> links = new ArrayList<>(PROVIDERS.stream().map(system::link).toList());
        LINES.forEach(line -> links.add(system.link(line.application(), line.server())));
        return links;
    }

    private record LinkFault(String name, Duration lasts, Runnable spoiling, Link link) implements Fault {

        @Override
        public String row() {
            return Rows.SPOILED_LINK;
        }

        @Override
        public void begin() {
            spoiling.run();
        }

        @Override
        public void end() {
            link.pass();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
