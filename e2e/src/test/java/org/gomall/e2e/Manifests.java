package org.gomall.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** What lies in deploy/scale. */
final class Manifests {

    static final Path SCALE = Project.root().resolve("deploy/scale");

    private final List<Map<String, Object>> objects = read();

    /** Every object of every file. */
    List<Map<String, Object>> objects() {
        return objects;
    }

    Map<String, Object> common() {
        return objects.stream()
                .filter(object -> "ConfigMap".equals(object.get("kind")))
                .map(object -> map(object.get("data")))
                .findFirst()
                .orElseThrow();
    }

    List<Map<String, Object>> applications() {
        return containers().stream()
                .filter(container -> ((String) container.get("image")).startsWith("gomall/"))
                .toList();
    }

    Map<String, Object> container(String name) {
        return containers().stream()
                .filter(container -> name.equals(container.get("name")))
                .findFirst()
                .orElseThrow();
    }

    List<Map<String, Object>> containers() {
        return objects.stream()
                .filter(object -> Set.of("Deployment", "StatefulSet").contains(object.get("kind")))
                .map(object -> map(map(object.get("spec")).get("template")))
                .flatMap(template -> maps(map(template.get("spec")).get("containers")).stream())
                .toList();
    }

    static Set<String> environment(Map<String, Object> container) {
        Set<String> names = new TreeSet<>();
        maps(container.get("env")).forEach(variable -> names.add((String) variable.get("name")));
        return names;
    }

    /** All text in which a host may be named, without comments. */
    static String settings() {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(SCALE)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> text.append(read(file).replaceAll("#.*", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Images have numbers behind a colon as well.
        return text.toString().replaceAll("image: .*", "");
    }

    static List<Path> folders() {
        try (Stream<Path> files = Files.walk(SCALE)) {
            return files.filter(file -> file.endsWith("kustomization.yaml"))
                    .map(Path::getParent)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> read() {
        List<Map<String, Object>> objects = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SCALE)) {
            for (Path file : files.filter(
                            path -> path.toString().endsWith(".yaml") && !path.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList()) {
                StreamSupport.stream(new Yaml().loadAll(read(file)).spliterator(), false)
                        .forEach(object -> objects.add(map(object)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return objects;
    }

    static Map<String, Object> yaml(Path file) {
        return new Yaml().load(read(file));
    }

    static Properties properties(String file) {
        Properties properties = new Properties();
        try (Stream<String> lines = Files.lines(SCALE.resolve(file))) {
            lines.filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.split(" *= *", 2))
                    .forEach(pair -> properties.setProperty(pair[0], pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    @SuppressWarnings("unchecked")
    static List<String> strings(Object value) {
        return value == null ? List.of() : (List<String>) value;
    }
}
