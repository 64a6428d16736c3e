package org.gomall.localstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole system, servers and applications, as {@code ./gomall up} runs it, for end-to-end tests. It ends when it is
 * closed or when the JVM which started it ends.
 */
public final class LocalSystem extends RunningStack implements AutoCloseable {

    private final Links links;

    private LocalSystem(StackFolders folders, Ports ports, ControlClient control, Links links) {
        super(folders, ports, control);
        this.links = links;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The base of all web addresses, without a slash at the end. */
    public String webUrl() {
        return webUrl(1);
    }

    /**
     * @param instance counts from 1
     */
    public String webUrl(int instance) {
        return "http://127.0.0.1:" + port(Applications.instanceName(Applications.WEB, instance));
    }

    /** Where an application's actuator answers. */
    public String managementUrl(String application, int instance) {
        int port = Applications.definition(application).managementPort();
        return "http://127.0.0.1:" + ports.ofInstance(port, instance) + "/actuator";
    }

    /** The link between an application and a server, if the system was built with one. */
    public Link link(String application, Server server) {
        return links.of(Links.name(application, server));
    }

    /** The link in front of a provider's Dubbo port, if the system was built with one. */
    public Link link(String provider) {
        return links.of(provider);
    }

    public List<PartStatus> status() {
        return control.status();
    }

    /**
     * Lets so many instances of an application run, and returns when they are ready. The second one is called as the first
     * with "-2" behind; fewer instances end the highest ones in order.
     *
     * @param instances 1 to 4
     */
    public void scale(String application, int instances) {
        control.call("scale", application + " " + instances, line -> {});
    }

    /** Kills all processes; the data folder stays, for whoever wants to look into it. */
    @Override
    public void close() {
        if (ProcessHandle.of(control.pid()).filter(ProcessHandle::isAlive).isPresent()) {
            control.end();
        }
        links.close();
    }

    /** Says what the system consists of. The default is one instance of each application. */
    public static final class Builder {

        private final Map<String, String> settings = new HashMap<>();
        private final Ports ports = Ports.free();
        private final Links links = new Links(ports);
        private Path home;

        private Builder() {}

        /** Where it keeps its data; the default is {@code .gomall/system-<pid>} in the project. Emptied at the start. */
        public Builder home(Path folder) {
            home = folder;
            return this;
        }

        /** Only these applications. */
        public Builder applications(String... names) {
            Applications.DEFINITIONS.forEach(definition -> instances(definition.name(), 0));
            for (String name : names) {
                instances(name, 1);
            }
            return this;
        }

        /** The second instance is called as the first with "-2" behind. */
        public Builder instances(String application, int count) {
            settings.put("instances." + Applications.definition(application).name(), Integer.toString(count));
            return this;
        }

        /** An environment variable for all applications. */
        public Builder environment(String name, String value) {
            settings.put("environment.*." + name, value);
            return this;
        }

        /**
         * An environment variable for one application or instance.
         *
         * @param application for example provider-order (all its instances) or provider-order-2
         */
        public Builder environment(String application, String name, String value) {
            settings.put("environment." + application + "." + name, value);
            return this;
        }

        /** A line between an application and a server that the test can spoil later on. */
        public Builder link(String application, Server server) {
            links.between(application, server, (name, value) -> environment(application, name, value));
            return this;
        }

        /** The same in front of the Dubbo port of a provider's first instance. */
        public Builder link(String provider) {
            links.before(
                    provider,
                    (instance, variables) -> variables.forEach((name, value) -> environment(instance, name, value)));
            return this;
        }

        /** Starts everything and returns when all of it is ready. */
        public LocalSystem start() {
            Path root = StackFolders.findRoot();
            Path folder = home != null
                    ? home
                    : root.resolve(".gomall/system-" + ProcessHandle.current().pid());
            StackFolders folders = new StackFolders(root, folder);
            ControlClient.find(folders).ifPresent(ControlClient::end);
            StackFolders.delete(folders.home());
            Plan plan = new Plan(ports, Optional.of(Plan.Owner.of(ProcessHandle.current())), Map.copyOf(settings));
            LocalSystem system = new LocalSystem(folders, ports, ControlClient.findOrStart(folders, plan), links);
            try {
                system.control.call("up", "all", line -> {});
                return system;
            } catch (StackException failed) {
                system.close();
                throw failed;
            }
        }
    }
}
