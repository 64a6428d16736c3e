package org.gomall.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** On what a benchmark or a test under load takes place: its report is worth nothing without. */
public final class MachineFacts {

    private static final List<String> VERSIONS = List.of(
            "spring-boot", "dubbo", "seata", "sentinel", "rocketmq", "mybatis-plus", "mysql", "redisson", "sa-token");

    private MachineFacts() {}

    /**
     * The machine, its load at the moment, the JDK and the versions of what is measured, by what they are called.
     *
     * @param root of the project, whose pom tells the versions
     */
    public static Map<String, String> of(Path root) {
        Map<String, String> facts = new LinkedHashMap<>();
        int cores = Runtime.getRuntime().availableProcessors();
        facts.put(
                "Machine",
                cores + " cores, " + processor() + memory() + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch")
                        + "; the mall, its servers and whoever measures it share it");
        facts.put("Load before", load(cores));
        facts.put("JDK", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("Versions", versions(root));
        return facts;
    }

    private static String load(int cores) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load < 0) {
            return "unknown";
        }
        String words = load > cores * 0.25 ? ": NOT a quiet machine, the figures are noise" : "";
        return String.format(Locale.ROOT, "load average %.2f on %d cores%s", load, cores, words);
    }

    private static String processor() {
        Path processors = Path.of("/proc/cpuinfo");
        if (!Files.exists(processors)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(processors)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip() + ", ")
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String memory() {
        return Processes.totalMegabytes()
                .map(megabytes -> megabytes / 1024 + " GB")
                .orElse("");
    }

    private static String versions(Path root) {
        try {
            String pom = Files.readString(root.resolve("pom.xml"));
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
