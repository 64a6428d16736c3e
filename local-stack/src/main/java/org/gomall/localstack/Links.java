package org.gomall.localstack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gomall.localstack.Applications.Definition;

/** The links of one system: made before it starts, because its parts are told the ends of them. */
final class Links {

    /** Takes the place of the port that Dubbo listens on in what a provider tells Nacos. */
    private static final String ANNOUNCED_PORT = "DUBBO_PORT_TO_REGISTRY";

    private static final int ATTEMPTS = 50;

    private final Ports ports;
    private final Map<String, Link> links = new LinkedHashMap<>();

    Links(Ports ports) {
        this.ports = ports;
    }

    /**
     * A link between the instances of an application and a server.
     *
     * @param environment takes a variable and its value for the application
     */
    void between(String application, Server server, BiConsumer<String, String> environment) {
        List<TcpProxy> lines = lines(server);
        environment.accept(server.variable(), lines.get(0).address());
        String name = name(application, server);
        links.put(name, new Link(name, lines));
    }

    /**
     * A link in front of the Dubbo port of a provider's first instance: all its callers use it.
     *
     * @param environments takes an instance and the port that it has to announce
     */
    void before(String provider, BiConsumer<String, Map<String, String>> environments) {
        Definition definition = Applications.definition(provider);
        TcpProxy line = TcpProxy.to(Address.loopback(ports.of(definition.dubboPort())));
        // The first instance is called as the application, so what is meant for it alone would be for all of them.
        for (int instance = 1; instance <= Ports.INSTANCES; instance++) {
            int port = instance == 1 ? line.port() : ports.ofInstance(definition.dubboPort(), instance);
            environments.accept(
                    Applications.instanceName(provider, instance), Map.of(ANNOUNCED_PORT, Integer.toString(port)));
        }
        links.put(provider, new Link(provider, List.of(line)));
    }

    Link of(String name) {
        Link link = links.get(name);
        if (link == null) {
            throw new StackException("This system has no link " + name + ", only " + links.keySet() + ".");
        }
        return link;
    }

    static String name(String application, Server server) {
        return application + " to " + server;
    }

    void close() {
        links.values().forEach(Link::close);
    }

    private List<TcpProxy> lines(Server server) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<TcpProxy> lines = new ArrayList<>();
            lines.add(TcpProxy.to(Address.loopback(ports.of(server.ports().get(0)))));
            try {
                for (int port : server.ports().subList(1, server.ports().size())) {
                    int distance = port - server.ports().get(0);
                    lines.add(TcpProxy.at(
                            Address.loopback(lines.get(0).port() + distance), Address.loopback(ports.of(port))));
                }
                return lines;
            } catch (StackException taken) {
                lines.forEach(TcpProxy::close);
            }
        }
        throw new StackException("No free ports were found for a link to " + server + ".");
    }
}
