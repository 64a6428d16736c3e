package org.gomall.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a supervisor has to run, handed to it as a file.
 *
 * @param ports the port block
 * @param owner the process whose end ends the stack; empty for a stack that stays until it is taken down
 * @param settings {@code instances.<application>} and {@code environment.<application or instance or *>.<NAME>}
 */
record Plan(Ports ports, Optional<Owner> owner, Map<String, String> settings) {

    private static final String INSTANCES = "instances.";

    /**
     * A process, told apart from a later one with the same id by its start.
     *
     * @param startedAt epoch milliseconds, 0 when the system does not tell
     */
    record Owner(long pid, long startedAt) {

        static Owner of(ProcessHandle process) {
            return new Owner(
                    process.pid(),
                    process.info()
                            .startInstant()
                            .map(start -> start.toEpochMilli())
                            .orElse(0L));
        }

        Optional<ProcessHandle> find() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> of(handle)
                    .equals(this));
        }
    }

    static Plan of(int offset) {
        return new Plan(new Ports(offset), Optional.empty(), Map.of());
    }

    int instances(String application) {
        return Integer.parseInt(settings.getOrDefault(INSTANCES + application, "1"));
    }

    Plan withInstances(String application, int count) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(INSTANCES + application, Integer.toString(count));
        return new Plan(ports, owner, Map.copyOf(changed));
    }

    /** What a later start of the stack on these ports keeps of this plan: how many instances there are. */
    Plan again(int offset) {
        Map<String, String> kept = new HashMap<>(settings);
        kept.keySet().removeIf(key -> !key.startsWith(INSTANCES));
        return new Plan(new Ports(offset), Optional.empty(), Map.copyOf(kept));
    }

    Map<String, String> environment(String application, String instance) {
        Map<String, String> environment = new HashMap<>();
        for (String scope : new String[] {"*", application, instance}) {
            String prefix = "environment." + scope + ".";
            settings.forEach((key, value) -> {
                if (key.startsWith(prefix)) {
                    environment.put(key.substring(prefix.length()), value);
                }
            });
        }
        return environment;
    }

    void write(Path file) {
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.setProperty("offset", Integer.toString(ports.offset()));
        owner.ifPresent(process -> {
            properties.setProperty("owner.pid", Long.toString(process.pid()));
            properties.setProperty("owner.startedAt", Long.toString(process.startedAt()));
        });
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new StackException("The plan cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    static Plan read(Path file) {
        Properties properties = new Properties();
        try (InputStream content = Files.newInputStream(file)) {
            properties.load(content);
        } catch (IOException e) {
            throw new StackException("The plan cannot be read from " + file + ": " + e.getMessage(), e);
        }
        Map<String, String> settings = new HashMap<>();
        properties.forEach((key, value) -> settings.put(key.toString(), value.toString()));
        Optional<Owner> owner = Optional.ofNullable(settings.remove("owner.pid"))
                .map(pid -> new Owner(Long.parseLong(pid), Long.parseLong(settings.remove("owner.startedAt"))));
        return new Plan(new Ports(Integer.parseInt(settings.remove("offset"))), owner, Map.copyOf(settings));
    }
}
