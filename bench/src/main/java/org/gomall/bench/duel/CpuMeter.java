package org.gomall.bench.duel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What processes have used of the processors, in user and kernel mode, as /proc tells it. */
public final class CpuMeter {

    private static final Path MACHINE = Path.of("/proc/stat");
    private static final double TICKS_PER_SECOND = 100;

    private final Supplier<Map<String, Long>> processes;

    /**
     * @param processes the ids of those that are watched now, by their names
     */
    public CpuMeter(Supplier<Map<String, Long>> processes) {
        this.processes = processes;
    }

    /**
     * Seconds of CPU since each began.
     *
     * @param machine seconds that all processes of the machine have used, or -1 where nobody tells
     */
    public record Reading(Map<String, Double> seconds, double machine) {

        /** What was used since another reading; processes that were not there then are left out. */
        public Usage since(Reading before) {
            Map<String, Double> used = new LinkedHashMap<>();
            seconds.forEach((name, now) -> {
                Double then = before.seconds.get(name);
                if (then != null && now >= then) {
                    used.put(name, now - then);
                }
            });
            double all = machine < 0 ? -1 : machine - before.machine;
            return new Usage(used, all);
        }
    }

    /**
     * What was used in a while.
     *
     * @param seconds by process
     * @param machine by all processes there are, or -1
     */
    public record Usage(Map<String, Double> seconds, double machine) {

        static final Usage NONE = new Usage(Map.of(), 0);

        Usage plus(Usage other) {
            Map<String, Double> sum = new LinkedHashMap<>(seconds);
            other.seconds.forEach((name, more) -> sum.merge(name, more, Double::sum));
            return new Usage(sum, machine < 0 || other.machine < 0 ? -1 : machine + other.machine);
        }

        /** Seconds that others than the watched ones have used; 0 where nobody tells. */
        public double others() {
            double watched =
                    seconds.values().stream().mapToDouble(Double::doubleValue).sum();
            return machine < 0 ? 0 : Math.max(0, machine - watched);
        }
    }

    /** What they have used so far. */
    public Reading read() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        processes.get().forEach((name, pid) -> ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toNanos)
                .ifPresent(nanos -> seconds.put(name, nanos / 1e9)));
        return new Reading(seconds, machine());
    }

    private static double machine() {
        try {
            return Files.exists(MACHINE) ? busy(Files.readString(MACHINE)) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    /** Of the first line, {@code cpu user nice system idle iowait irq softirq steal …}, everything but waiting. */
    static double busy(String stat) {
        String[] words = stat.lines().findFirst().orElse("").strip().split("\\s+");
        double ticks = 0;
        for (int i = 1; i < Math.min(words.length, 8); i++) {
            ticks += i == 4 || i == 5 ? 0 : Double.parseDouble(words[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }
}
