package org.gomall.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.e2e.Project;

/** On what a run took place. */
final class Facts {

    private static final List<String> VERSIONS = List.of(
            "spring-boot", "dubbo", "seata", "sentinel", "rocketmq", "mybatis-plus", "mysql", "redisson", "sa-token");

    private Facts() {}

    static Map<String, String> of() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Machine",
                Runtime.getRuntime().availableProcessors() + " cores, " + memory() + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                        + "; the mall, its servers and its clients share it");
        facts.put("JDK", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("Versions", versions());
        return facts;
    }

    private static String memory() {
        try {
            return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                    .filter(line -> line.startsWith("MemTotal:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 / 1024 + " GB")
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String versions() {
        try {
            String pom = Files.readString(Project.root().resolve("pom.xml"));
            StringBuilder all = new StringBuilder();
            for (String name : VERSIONS) {
                Matcher version =
                        Pattern.compile("<" + name + "\\.version>([^<]+)<").matcher(pom);
                if (version.find()) {
                    all.append(all.isEmpty() ? "" : ", ")
                            .append(name)
                            .append(' ')
                            .append(version.group(1));
                }
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
