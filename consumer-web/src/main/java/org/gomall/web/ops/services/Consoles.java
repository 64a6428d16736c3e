package org.gomall.web.ops.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The consoles that run, by their addresses in the settings: {@code gomall.consoles.nacos} and so on. */
@Component
class Consoles {

    private static final List<String> NAMES =
            List.of("Nacos", "Sentinel", "Seata", "RocketMQ", "Grafana", "Prometheus", "SkyWalking");

    private final List<Console> known = new ArrayList<>();

    Consoles(Environment environment) {
        for (String name : NAMES) {
            String address = environment.getProperty("gomall.consoles." + name.toLowerCase(Locale.ROOT), "");
            if (address.startsWith("http://") || address.startsWith("https://")) {
                known.add(new Console(name, address));
            }
        }
    }

    record Console(String name, String address) {}

    List<Console> known() {
        return List.copyOf(known);
    }
}
