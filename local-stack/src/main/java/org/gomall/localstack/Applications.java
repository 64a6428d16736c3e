package org.gomall.localstack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The six applications and their default ports. */
final class Applications {

    static final String WEB = "consumer-web";

    private static final List<String> SERVERS_NEEDED =
            List.of(MariaDb.NAME, Redis.NAME, NacosServer.NAME, SeataServer.NAME, RocketMqBroker.NAME);

    static final List<Definition> DEFINITIONS = List.of(
            new Definition(WEB, 8080, 0, 18080, 18090, SERVERS_NEEDED),
            new Definition("provider-user", 0, 20881, 18081, 18091, SERVERS_NEEDED),
            new Definition("provider-product", 0, 20882, 18082, 18092, SERVERS_NEEDED),
            new Definition("provider-stock", 0, 20883, 18083, 18093, SERVERS_NEEDED),
            new Definition("provider-order", 0, 20884, 18084, 18094, SERVERS_NEEDED),
            new Definition("provider-payment", 0, 20885, 18085, 18095, SERVERS_NEEDED));

    private Applications() {}

    /**
     * @param webPort 0 when it serves no pages
     * @param dubboPort 0 when it only consumes
     */
    record Definition(
            String name, int webPort, int dubboPort, int managementPort, int sentinelPort, List<String> needs) {

        List<Integer> defaultPorts() {
            List<Integer> ports = new ArrayList<>();
            if (webPort != 0) {
                ports.add(webPort);
            }
            if (dubboPort != 0) {
                ports.add(dubboPort);
            }
            ports.add(managementPort);
            ports.add(sentinelPort);
            return ports;
        }
    }

    static Definition definition(String name) {
        return DEFINITIONS.stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackException("There is no application " + name + "."));
    }

    /** Refuses a number of instances for which there are no ports. */
    static void requireScalable(String application, int instances) {
        definition(application);
        if (instances < 1 || instances > Ports.INSTANCES) {
            throw new StackException(
                    application + " can have 1 to " + Ports.INSTANCES + " instances, not " + instances + ".");
        }
    }

    /** The name of an instance: the first one is called as the application, the second gets "-2". */
    static String instanceName(String application, int instance) {
        return instance == 1 ? application : application + "-" + instance;
    }

    static List<Part> parts(StackFolders folders, Plan plan) {
        List<Part> parts = new ArrayList<>();
        for (Definition definition : DEFINITIONS) {
            for (int instance = 1; instance <= plan.instances(definition.name()); instance++) {
                Map<String, String> overrides =
                        plan.environment(definition.name(), instanceName(definition.name(), instance));
                parts.add(Application.part(definition, instance, folders, plan.ports(), overrides));
            }
        }
        return parts;
    }
}
