package org.gomall.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the table of docs/resilience.md against what is configured: the Dubbo references of the application under test with
 * the defaults of gomall-common.yaml, and its breakers in nacos-config.
 */
final class ResilienceTable {

    private static final Path ROOT = Path.of("..");
    private static final String ANY = "*";
    private static final String NONE = "—";
    private static final int COLUMNS = 8;

    private ResilienceTable() {}

    static void assertMatches(JavaClasses classes) {
        String application = CallerTable.text("application.yaml", "spring.application.name");
        if (application == null || !Files.exists(breakerFile(application))) {
            return;
        }
        Set<String> configured = new TreeSet<>();
        for (JavaClass type : classes) {
            for (JavaMember member : type.getMembers()) {
                member.tryGetAnnotationOfType(CallerTable.REFERENCE)
                        .ifPresent(reference ->
                                configured.addAll(rows(application, CallerTable.service(member), reference)));
            }
        }
        assertThat(documented(application))
                .as("rows of %s in docs/resilience.md, and what is configured", application)
                .isEqualTo(configured);
    }

    private static List<String> rows(String application, String service, JavaAnnotation<?> reference) {
        int timeout = number(reference, "timeout", Integer.parseInt(common("dubbo.consumer.timeout")));
        int retries = number(reference, "retries", Integer.parseInt(common("dubbo.consumer.retries")));
        String cluster = reference.get("cluster").map(Object::toString).orElse("");
        cluster = cluster.isEmpty() ? common("dubbo.consumer.cluster") : cluster;
        List<String> rows = new ArrayList<>();
        rows.add(row(application, service, ANY, timeout, retries, cluster));
        for (Object each : (Object[]) reference.get("methods").orElse(new Object[0])) {
            JavaAnnotation<?> method = (JavaAnnotation<?>) each;
            rows.add(row(
                    application,
                    service,
                    method.get("name").orElseThrow().toString(),
                    number(method, "timeout", timeout),
                    number(method, "retries", retries),
                    cluster));
        }
        return rows;
    }

    private static String row(
            String application, String service, String method, int timeout, int retries, String cluster) {
        return String.join(
                " | ",
                application,
                service,
                method,
                Integer.toString(timeout),
                Integer.toString(retries),
                cluster,
                breakers(application, service, method));
    }

    /** The breakers of a service (method *) or of one method, in the words of the table. */
    private static String breakers(String application, String service, String method) {
        String all = JsonMapper.shared()
                .readTree(read(breakerFile(application)))
                .get("rules")
                .valueStream()
                .filter(rule -> guards(rule.get("resource").asString(), service, method))
                .map(ResilienceTable::breaker)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? NONE : all;
    }

    private static boolean guards(String resource, String service, String method) {
        int colon = resource.indexOf(':');
        String type = colon < 0 ? resource : resource.substring(0, colon);
        String of = colon < 0 ? ANY : resource.substring(colon + 1, resource.indexOf('('));
        return type.substring(type.lastIndexOf('.') + 1).equals(service) && of.equals(method);
    }

    private static String breaker(JsonNode rule) {
        String when = rule.get("grade").asInt() == 0
                ? "slow " + plain(rule.get("count")) + " ms " + plain(rule.get("slowRatioThreshold"))
                : "faults " + plain(rule.get("count"));
        return String.format(
                Locale.ROOT,
                "%s of %d / %d ms, %d s",
                when,
                rule.get("minRequestAmount").asInt(),
                rule.get("statIntervalMs").asInt(),
                rule.get("timeWindow").asInt());
    }

    private static Set<String> documented(String application) {
        try (Stream<String> lines = Files.lines(ROOT.resolve("docs/resilience.md"))) {
            return lines.filter(line -> line.startsWith("| " + application + " |"))
                    .map(line -> Stream.of(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList())
                    .filter(cells -> cells.size() == COLUMNS && cells.stream().noneMatch(String::isEmpty))
                    .map(cells -> String.join(" | ", cells.subList(0, COLUMNS - 1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(JavaAnnotation<?> annotation, String name, int otherwise) {
        return annotation
                .get(name)
                .map(Integer.class::cast)
                .filter(value -> value >= 0)
                .orElse(otherwise);
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }

    private static String common(String property) {
        return CallerTable.text("gomall-common.yaml", property);
    }

    private static Path breakerFile(String application) {
        return ROOT.resolve("nacos-config/SENTINEL/" + application + "-degrade-rules.json");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
