package org.gomall.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The meters that docs/observability.md promises. */
final class MeterTable {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9_]+)`[^|]*\\| ([^|]+) \\| ([^|]+) \\|.*");
    private static final Pattern SUFFIX = Pattern.compile("_(count|sum|max|bucket)$");

    private MeterTable() {}

    /**
     * A row of the table.
     *
     * @param from names of applications, {@code all}, {@code providers}, or another process
     * @param moves "buying" if a purchase must move it, "always" if it has a value at any time, else "on occasion"
     */
    record Meter(String name, String from, String moves) {

        boolean comesFrom(String application) {
            return from.equals("all")
                    || from.equals("providers") && application.startsWith("provider-")
                    || List.of(from.split(", ")).contains(application);
        }
    }

    static List<Meter> rows() {
        try {
            return Files.readAllLines(Project.root().resolve("docs/observability.md")).stream()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(row -> new Meter(
                            row.group(1), row.group(2).strip(), row.group(3).strip()))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Whether a name in a dashboard or alert is one of them, or one of its figures (count, sum, max). */
    static boolean knows(String name) {
        Set<String> names = new TreeSet<>();
        rows().forEach(meter -> names.add(meter.name()));
        return names.contains(name) || names.contains(SUFFIX.matcher(name).replaceFirst(""));
    }
}
