package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** deploy/scale is checked without a cluster: what it names exists, what it sets is read, and it fits docs/scaling.md. */
class ScaledDeploymentTest {

    private static final Path ROOT = Project.root();

    /** Read by the start script of the image nacos/nacos-server, as its documentation says. */
    private static final Set<String> NACOS = Set.of(
            "MODE",
            "PREFER_HOST_MODE",
            "NACOS_SERVERS",
            "SPRING_DATASOURCE_PLATFORM",
            "MYSQL_SERVICE_HOST",
            "MYSQL_SERVICE_DB_NAME",
            "MYSQL_SERVICE_USER",
            "MYSQL_SERVICE_PASSWORD",
            "NACOS_AUTH_ENABLE",
            "NACOS_AUTH_TOKEN",
            "NACOS_AUTH_IDENTITY_KEY",
            "NACOS_AUTH_IDENTITY_VALUE",
            "JVM_XMS",
            "JVM_XMX");

    private final Manifests manifests = new Manifests();

    @Test
    void every_resource_and_file_of_the_kustomizations_exists() {
        for (Path folder : Manifests.folders()) {
            Map<String, Object> kustomization = Manifests.yaml(folder.resolve("kustomization.yaml"));
            for (String resource : Manifests.strings(kustomization.get("resources"))) {
                assertThat(folder.resolve(resource)).exists();
            }
            for (Map<String, Object> generated : Manifests.maps(kustomization.get("configMapGenerator"))) {
                for (String file : Manifests.strings(generated.get("files"))) {
                    assertThat(folder.resolve(file)).exists();
                }
            }
        }
        List<String> listed = Manifests.strings(
                Manifests.yaml(Manifests.SCALE.resolve("kustomization.yaml")).get("resources"));
        try (Stream<Path> files = Files.list(Manifests.SCALE)) {
            files.map(file -> Objects.toString(file.getFileName()))
                    .filter(name -> name.endsWith(".yaml") && !name.equals("kustomization.yaml"))
                    .forEach(name -> assertThat(listed).contains(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void servers_run_from_the_images_of_docker_compose() {
        String compose = Manifests.read(ROOT.resolve("docker-compose.yml"));
        manifests.containers().forEach(container -> assertThat(compose)
                .contains("image: " + container.get("image") + "\n"));
        assertThat(manifests.containers()).hasSizeGreaterThan(10);
    }

    @Test
    void every_host_that_is_named_is_a_service_or_a_member_of_a_set() {
        Set<String> hosts = new TreeSet<>();
        for (Map<String, Object> object : manifests.objects()) {
            String name = (String) Manifests.map(object.get("metadata")).get("name");
            if ("Service".equals(object.get("kind"))) {
                hosts.add(name);
            }
            if ("StatefulSet".equals(object.get("kind"))) {
                Map<String, Object> spec = Manifests.map(object.get("spec"));
                for (int i = 0; i < (Integer) spec.get("replicas"); i++) {
                    hosts.add(name + "-" + i + "." + spec.get("serviceName"));
                }
            }
        }
        Matcher named = Pattern.compile("(?:n\\d-)?([a-z][a-z0-9.-]*):\\d{4,5}").matcher(Manifests.settings());
        int found = 0;
        while (named.find()) {
            assertThat(hosts).contains(named.group(1));
            found++;
        }
        assertThat(found).isGreaterThan(25);
    }

    @Test
    void each_cell_has_a_number_and_a_database_of_its_own_and_users_are_placed_in_all_of_them() {
        Set<String> databases = new TreeSet<>();
        List<String> cells =
                Manifests.strings(Manifests.yaml(Manifests.SCALE.resolve("kustomization.yaml"))
                                .get("resources"))
                        .stream()
                        .filter(resource -> resource.startsWith("cells/"))
                        .toList();
        for (int cell = 0; cell < cells.size(); cell++) {
            Map<String, Object> overlay =
                    Manifests.yaml(Manifests.SCALE.resolve(cells.get(cell)).resolve("kustomization.yaml"));
            assertThat(overlay).containsEntry("nameSuffix", "-cell-" + cell);
            List<String> literals = Manifests.strings(
                    Manifests.maps(overlay.get("configMapGenerator")).get(0).get("literals"));
            assertThat(literals).contains("GOMALL_CELL=" + cell);
            literals.stream().filter(text -> text.startsWith("GOMALL_DB=")).forEach(databases::add);
        }
        assertThat(databases).hasSameSizeAs(cells);
        assertThat(manifests.common()).containsEntry("GOMALL_CELLS", "0-" + (cells.size() - 1));
    }

    @Test
    void every_variable_of_the_applications_is_one_they_read() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String folder :
                List.of("platform/src/main", "consumer-web/src/main/resources", "provider-order/src/main")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(ya?ml|java)"))
                        .forEach(file -> sources.append(Manifests.read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Set<String> variables = new TreeSet<>(manifests.common().keySet());
        manifests.applications().forEach(container -> variables.addAll(Manifests.environment(container)));
        assertThat(variables).hasSizeGreaterThan(10);
        for (String variable : variables) {
            if (variable.startsWith("GOMALL_") || variable.equals("SERVER_PORT")) {
                assertThat(sources).as(variable).contains("${" + variable);
            } else {
                assertThat(variable)
                        .matches("SPRING_PROFILES_ACTIVE|SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE|SEATA_REGISTRY_.*");
            }
        }
        try (URLClassLoader order = classes("provider-order")) {
            assertThat(fields("com.zaxxer.hikari.HikariConfig", order)).contains("maxpoolsize");
            assertThat(fields(
                            "org.apache.seata.spring.boot.autoconfigure.properties.registry.RegistryRaftProperties",
                            order))
                    .contains("serveraddr");
        }
    }

    /** Against the classes of the coordinator that the local stack runs, which is older than the image. */
    @Test
    void the_coordinators_read_what_is_set_for_them() throws IOException {
        String properties = "io.seata.spring.boot.autoconfigure.properties.server.";
        try (URLClassLoader seata = classes("local-stack/servers/seata")) {
            Map<String, Set<String>> known = Map.of(
                    "SEATA_SERVER_RAFT_", fields(properties + "ServerRaftProperties", seata),
                    "SEATA_SERVER_", fields(properties + "ServerProperties", seata),
                    "SEATA_STORE_", fields(properties + "store.StoreProperties", seata),
                    "SEATA_METRICS_", fields(properties + "MetricsProperties", seata));
            int checked = 0;
            for (String variable : Manifests.environment(manifests.container("seata"))) {
                String prefix = known.keySet().stream()
                        .filter(variable::startsWith)
                        .max((a, b) -> Integer.compare(a.length(), b.length()))
                        .orElse("");
                if (prefix.isEmpty()) {
                    // The last one is the JVM's.
                    assertThat(variable).isIn("POD_NAME", "SEATA_IP", "STORE_MODE", "JAVA_TOOL_OPTIONS");
                } else {
                    assertThat(known.get(prefix)).contains(setting(variable.substring(prefix.length())));
                    checked++;
                }
            }
            assertThat(checked).isGreaterThan(8);
        }
    }

    @Test
    void brokers_and_name_servers_read_what_is_set_for_them() throws IOException {
        String common = "org.apache.rocketmq.common.";
        try (URLClassLoader rocketmq = classes("local-stack/servers/rocketmq")) {
            Set<String> broker = fields(common + "BrokerConfig", rocketmq);
            broker.addAll(fields("org.apache.rocketmq.store.config.MessageStoreConfig", rocketmq));
            Set<String> names = fields(common + "namesrv.NamesrvConfig", rocketmq);
            names.addAll(fields(common + "ControllerConfig", rocketmq));
            Properties brokerFile = Manifests.properties("conf/broker.conf");
            Properties namesFile = Manifests.properties("conf/namesrv.conf");

            assertThat(broker).containsAll(settings(brokerFile));
            assertThat(names).containsAll(settings(namesFile));
            assertThat(broker).contains("brokername", "brokerip1");
            assertThat(names).contains("controllerdlegerselfid");
            assertThat(brokerFile)
                    .as("what was accepted is on two disks")
                    .containsEntry("flushDiskType", "SYNC_FLUSH")
                    .containsEntry("minInSyncReplicas", "2");
        }
    }

    @Test
    void nacos_reads_what_is_set_for_it() {
        assertThat(NACOS).containsAll(Manifests.environment(manifests.container("nacos")));
    }

    @Test
    void the_pools_of_all_instances_fit_the_databases() {
        int pool = Integer.parseInt((String) manifests.common().get("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE"));
        Matcher most = Pattern.compile("max_connections = (\\d+)")
                .matcher(Manifests.read(Manifests.SCALE.resolve("conf/mysql.cnf")));
        assertThat(most.find()).isTrue();
        for (Map<String, Object> object : manifests.objects()) {
            if ("Deployment".equals(object.get("kind"))) {
                int replicas = (Integer) Manifests.map(object.get("spec")).get("replicas");
                assertThat(replicas * pool).isLessThan(Integer.parseInt(most.group(1)));
            }
        }
        ScalingArithmetic arithmetic = new ScalingArithmetic();
        arithmetic.recomputed(Manifests.read(ROOT.resolve("docs/scaling.md")));
        assertThat(arithmetic.values().get("connections_of_stock")).isLessThan(Double.parseDouble(most.group(1)));
    }

    @Test
    void the_arithmetic_of_the_page_is_right() {
        String page = Manifests.read(ROOT.resolve("docs/scaling.md"));
        ScalingArithmetic arithmetic = new ScalingArithmetic();

        assertThat(arithmetic.recomputed(page)).isEqualTo(page);
        assertThat(arithmetic.values()).hasSizeGreaterThan(70);
        assertThat(arithmetic.values().get("cells"))
                .as("cells that numbers can tell")
                .isLessThanOrEqualTo(32);
    }

    private static Set<String> settings(Properties file) {
        Set<String> names = new TreeSet<>();
        file.stringPropertyNames().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    private static String setting(String variable) {
        return variable.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** The names of the fields of a class, in lower case. */
    private static Set<String> fields(String type, ClassLoader loader) {
        Set<String> names = new TreeSet<>();
        try {
            for (Class<?> at = loader.loadClass(type); at != Object.class; at = at.getSuperclass()) {
                Arrays.stream(at.getDeclaredFields())
                        .forEach(field -> names.add(field.getName().toLowerCase(Locale.ROOT)));
            }
        } catch (ClassNotFoundException e) {
            throw new AssertionError(type + " is not on the class path", e);
        }
        return names;
    }

    /** The classes of a server as the local stack runs it, or of an application. */
    private static URLClassLoader classes(String module) {
        URL[] jars = Arrays.stream(Manifests.read(ROOT.resolve(module).resolve("target/classpath"))
                        .strip()
                        .split(java.io.File.pathSeparator))
                .map(jar -> {
                    try {
                        return Path.of(jar).toUri().toURL();
                    } catch (MalformedURLException e) {
                        throw new IllegalArgumentException(e);
                    }
                })
                .toArray(URL[]::new);
        return new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
    }
}
