package org.gomall.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineFactsTest {

    @Test
    void tell_the_machine_the_jdk_and_the_versions() {
        Map<String, String> facts = MachineFacts.of(Path.of("").toAbsolutePath().getParent());

        assertThat(facts).containsOnlyKeys("Machine", "Load before", "JDK", "Versions");
        assertThat(facts.get("Machine")).startsWith(Runtime.getRuntime().availableProcessors() + " cores, ");
        assertThat(facts.get("JDK")).contains(Runtime.version().toString());
        assertThat(facts.get("Versions")).contains("spring-boot ", "dubbo 3.", "sa-token ");
    }
}
