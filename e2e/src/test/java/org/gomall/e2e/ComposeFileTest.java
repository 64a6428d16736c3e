package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docker-compose.yml is checked without a Docker engine: what it names exists, and it describes the same system. */
class ComposeFileTest {

    private static final Path ROOT = Project.root();
    private static final List<String> APPLICATIONS = List.of(
            "consumer-web",
            "provider-user",
            "provider-product",
            "provider-stock",
            "provider-order",
            "provider-payment");

    private final String text = read("docker-compose.yml");
    private final Map<String, Object> file = new Yaml().load(text);
    private final Map<String, Map<String, Object>> services = map(file.get("services"));

    @Test
    void every_image_is_pinned_and_every_part_has_a_memory_limit() {
        services.forEach((name, service) -> {
            String image = (String) service.get("image");
            if (!service.containsKey("build")) {
                assertThat(image).as(name).matches("[a-z0-9./-]+:(v?\\d+(\\.\\d+)+|RELEASE\\.\\d{4}-[-0-9TZ]+)");
            }
            assertThat(service.get("mem_limit")).as(name).isNotNull();
        });
    }

    @Test
    void every_dependency_exists_and_can_become_what_is_waited_for() {
        services.forEach((name, service) -> {
            Map<String, Map<String, Object>> needs = map(service.getOrDefault("depends_on", Map.of()));
            needs.forEach((needed, how) -> {
                assertThat(services).as("%s needs %s", name, needed).containsKey(needed);
                if ("service_healthy".equals(how.get("condition"))) {
                    assertThat(services.get(needed)).as(needed).containsKey("healthcheck");
                } else {
                    assertThat(how.get("condition")).isEqualTo("service_completed_successfully");
                    assertThat(services.get(needed)).as(needed).doesNotContainKey("restart");
                }
            });
        });
    }

    @Test
    void every_file_and_volume_that_is_mounted_exists() {
        services.forEach((name, service) -> {
            List<String> mounts = list(service.get("volumes"));
            for (String mount : mounts) {
                String source = mount.substring(0, mount.indexOf(':'));
                if (source.startsWith("./")) {
                    assertThat(ROOT.resolve(source)).as(name).exists();
                } else {
                    assertThat(map(file.get("volumes"))).as(name).containsKey(source);
                }
            }
        });
    }

    @Test
    void every_variable_has_a_default() {
        Matcher matcher = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)(:-[^}]*)?}").matcher(text);
        while (matcher.find()) {
            assertThat(matcher.group(2)).as(matcher.group(1)).isNotNull();
        }
    }

    @Test
    void every_application_is_built_from_the_one_dockerfile_with_its_own_ports() throws IOException {
        TreeSet<Integer> ports = new TreeSet<>();
        for (String application : APPLICATIONS) {
            Map<String, Object> service = services.get(application);
            Map<String, Object> build = map(service.get("build"));
            assertThat(ROOT.resolve((String) build.get("dockerfile"))).exists();
            assertThat(map(build.get("args"))).containsEntry("APP", application);
            assertThat(ROOT.resolve(application).resolve("pom.xml")).exists();
            String settings = read(application + "/src/main/resources/application.yaml");
            Map<String, Object> environment = map(service.get("environment"));
            environment.forEach((variable, value) -> {
                if (variable.endsWith("_PORT") && value instanceof Integer port) {
                    assertThat(settings).as(application).contains(variable + ":" + port);
                    ports.add(port);
                }
            });
        }
        assertThat(ports).hasSize(12);
    }

    @Test
    void every_variable_of_the_applications_is_one_they_read() throws IOException {
        StringBuilder settings = new StringBuilder();
        try (Stream<Path> files = Files.walk(ROOT.resolve("platform/src/main"))) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                settings.append(Files.readString(path));
            }
        }
        for (String application : APPLICATIONS) {
            settings.append(read(application + "/src/main/resources/application.yaml"));
        }
        List<String> unread = new ArrayList<>();
        for (String application : APPLICATIONS) {
            for (String variable :
                    map(services.get(application).get("environment")).keySet()) {
                boolean ours = variable.startsWith("GOMALL_");
                if (ours && !settings.toString().contains(variable)) {
                    unread.add(application + ": " + variable);
                }
            }
        }
        assertThat(unread).isEmpty();
    }

    @Test
    void it_publishes_the_same_settings_schemas_and_topics_as_the_local_stack() throws IOException {
        assertThat(list(services.get("nacos-config").get("volumes"))).anyMatch(m -> m.startsWith("./nacos-config:"));
        assertThat(list(services.get("mysql").get("volumes"))).anyMatch(m -> m.startsWith("./sql/provisioning:"));
        String topics = read("deploy/compose/create-topics.sh");
        try (Stream<Path> files = Files.walk(ROOT.resolve("api/src/main"))) {
            Path source =
                    files.filter(p -> p.endsWith("Topics.java")).findFirst().orElseThrow();
            Matcher matcher = Pattern.compile("\"(gomall-[a-z]+)\"").matcher(Files.readString(source));
            while (matcher.find()) {
                assertThat(topics).contains(" " + matcher.group(1));
            }
        }
    }

    @Test
    void nothing_but_the_shop_is_published_beyond_this_machine() {
        services.forEach((name, service) -> {
            for (String port : list(service.get("ports"))) {
                assertThat(port.startsWith("127.0.0.1:") || name.equals("consumer-web"))
                        .as("%s publishes %s", name, port)
                        .isTrue();
            }
        });
    }

    @Test
    void prometheus_reads_every_application_at_its_management_port() {
        String scraped = read("deploy/monitoring/prometheus.yml");
        for (String application : APPLICATIONS) {
            Map<String, Object> environment = map(services.get(application).get("environment"));
            assertThat(scraped).contains("- " + application + ":" + environment.get("GOMALL_MANAGEMENT_PORT") + "\n");
        }
        assertThat(scraped).contains("/etc/prometheus/alerts.yml");
    }

    @Test
    void dashboards_and_alerts_ask_for_documented_meters_only() throws IOException {
        List<String> expressions = new ArrayList<>();
        try (Stream<Path> dashboards = Files.list(ROOT.resolve("deploy/monitoring/grafana/dashboards"))) {
            for (Path path : dashboards.toList()) {
                JsonNode dashboard = new JsonMapper().readTree(Files.readString(path));
                assertThat(dashboard.path("panels")).as("%s", path).isNotEmpty();
                for (JsonNode panel : dashboard.path("panels")) {
                    panel.path("targets")
                            .forEach(target ->
                                    expressions.add(target.path("expr").asString()));
                }
            }
        }
        alerts().forEach(alert -> expressions.add((String) alert.get("expr")));
        assertThat(expressions).hasSizeGreaterThan(40);
        for (String expression : expressions) {
            Set<String> meters = meters(expression);
            assertThat(meters)
                    .as(expression)
                    .isNotEmpty()
                    .allMatch(meter -> meter.equals("up") || MeterTable.knows(meter));
            assertThat(balanced(expression)).as(expression).isTrue();
        }
    }

    @Test
    void every_alert_is_explained() throws IOException {
        String explained = read("docs/observability.md");
        assertThat(alerts()).hasSizeGreaterThan(10).allSatisfy(alert -> {
            assertThat(explained).contains("| " + alert.get("alert") + " |");
            assertThat(map(alert.get("labels")).get("severity")).isIn("page", "ticket");
            assertThat(map(alert.get("annotations"))).containsKey("summary");
        });
    }

    private static List<Map<String, Object>> alerts() {
        Map<String, Object> alerts = new Yaml().load(read("deploy/monitoring/alerts.yml"));
        List<Map<String, Object>> groups = maps(alerts.get("groups"));
        return groups.stream()
                .flatMap(group -> maps(group.get("rules")).stream())
                .toList();
    }

    /** The names in an expression that are neither functions, nor labels, nor anything in quotes. */
    private static Set<String> meters(String expression) {
        String bare = expression
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\b(by|without|on|ignoring) *\\([^)]*\\)", "")
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("\\boffset \\w+|\\b(and|or|unless|bool)\\b", "");
        Set<String> names = new TreeSet<>();
        Matcher matcher = Pattern.compile("[a-z_]\\w*(?! *\\(|\\w)").matcher(bare);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    private static boolean balanced(String expression) {
        return expression.chars().filter(c -> c == '(').count()
                        == expression.chars().filter(c -> c == ')').count()
                && expression.chars().filter(c -> c == '{').count()
                        == expression.chars().filter(c -> c == '}').count();
    }

    private static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <V> Map<String, V> map(Object value) {
        return (Map<String, V>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Object value) {
        return value == null ? List.of() : (List<String>) value;
    }
}
