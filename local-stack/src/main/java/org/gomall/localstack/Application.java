package org.gomall.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;

/** One instance of one application, configured by environment variables alone. */
final class Application extends JvmRecipe {

    private static final Set<String> LAUNCHER_SETTINGS = Set.of(
            "GOMALL_HOME",
            "GOMALL_PORT_OFFSET",
            "GOMALL_TEST_KEEP",
            "GOMALL_IGNORE_MEMORY",
            "GOMALL_JVM_OPTIONS",
            "GOMALL_SERVER_JVM_OPTIONS");

    private final Applications.Definition definition;
    private final int instance;
    private final StackFolders folders;
    private final Ports ports;
    private final Map<String, String> overrides;
    private final ApplicationJars jars;

    private Application(
            Applications.Definition definition,
            int instance,
            StackFolders folders,
            Ports ports,
            Map<String, String> overrides) {
        this.definition = definition;
        this.instance = instance;
        this.folders = folders;
        this.ports = ports;
        this.overrides = overrides;
        this.jars = new ApplicationJars(definition.name(), folders);
    }

    static Part part(
            Applications.Definition definition,
            int instance,
            StackFolders folders,
            Ports ports,
            Map<String, String> overrides) {
        List<Integer> all = definition.defaultPorts().stream()
                .map(port -> ports.ofInstance(port, instance))
                .toList();
        int stopRank = definition.webPort() != 0 ? 0 : 1;
        return new Part(
                Applications.instanceName(definition.name(), instance),
                Part.Kind.APPLICATION,
                definition.needs(),
                all,
                stopRank,
                Duration.ofSeconds(300),
                new Application(definition, instance, folders, ports, overrides));
    }

    @Override
    public String marker() {
        return JavaCommand.marker(name(), folders);
    }

    @Override
    JavaCommand command() throws IOException {
        JavaCommand java = new JavaCommand(name(), folders)
                .flag("-Xms64m", definition.webPort() != 0 ? "-Xmx320m" : "-Xmx256m")
                .flag("-XX:MaxMetaspaceSize=256m", "-XX:+ExitOnOutOfMemoryError")
                .flag(JavaCommand.options("GOMALL_JVM_OPTIONS"))
                // Spring would take the launcher's own settings for properties of the application, GOMALL_HOME for
                // gomall.home.
                .forget(LAUNCHER_SETTINGS)
                .environment(environment())
                .run(jars.classPath(), mainClass());
        String agent = System.getenv("SW_AGENT_HOME");
        if (agent == null || agent.isBlank()) {
            return java.archivedAs(definition.name());
        }
        // An agent changes classes while they are loaded: they cannot come out of an archive.
        return java.flag("-javaagent:" + Path.of(agent, "skywalking-agent.jar"))
                .property("skywalking.agent.service_name", definition.name())
                .property("skywalking.agent.instance_name", name());
    }

    @Override
    public boolean isReady() throws IOException {
        int port = ports.ofInstance(definition.managementPort(), instance);
        return Probes.httpStatus("http://127.0.0.1:" + port + "/actuator/health/readiness") == 200;
    }

    private String name() {
        return Applications.instanceName(definition.name(), instance);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Servers.environment(folders, ports));
        if (definition.webPort() != 0) {
            environment.put("SERVER_PORT", Integer.toString(ports.ofInstance(definition.webPort(), instance)));
            // One folder for all instances: each one shows what the others have taken in.
            environment.put("GOMALL_PICTURES_FOLDER", folders.data("pictures").toString());
            environment.put("GOMALL_CONSOLES_NACOS", "http://127.0.0.1:" + ports.of(Ports.NACOS_CONSOLE));
            environment.put("GOMALL_CONSOLES_SEATA", "http://127.0.0.1:" + ports.of(Ports.SEATA_CONSOLE));
        }
        if (definition.dubboPort() != 0) {
            environment.put("GOMALL_DUBBO_PORT", Integer.toString(ports.ofInstance(definition.dubboPort(), instance)));
        }
        environment.put(
                "GOMALL_MANAGEMENT_PORT", Integer.toString(ports.ofInstance(definition.managementPort(), instance)));
        environment.put(
                "GOMALL_SENTINEL_PORT", Integer.toString(ports.ofInstance(definition.sentinelPort(), instance)));
        environment.put(
                "GOMALL_CALLBACK_BASE_URL",
                "http://127.0.0.1:"
                        + ports.ofInstance(
                                Applications.definition(Applications.WEB).webPort(), 1));
        environment.put("GOMALL_HOME_DIR", folders.work(name()).toString());
        environment.put("SPRING_PROFILES_ACTIVE", "demo");
        environment.putAll(overrides);
        return environment;
    }

    private String mainClass() throws IOException {
        try (JarFile jar = new JarFile(jars.built().toFile())) {
            String main = jar.getManifest().getMainAttributes().getValue("Main-Class");
            if (main == null) {
                throw new StackException(jars.built() + " names no main class.");
            }
            return main;
        }
    }
}
