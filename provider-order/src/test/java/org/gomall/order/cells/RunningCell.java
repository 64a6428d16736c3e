package org.gomall.order.cells;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gomall.localstack.TestStack;
import org.gomall.platform.test.Eventually;
import org.gomall.platform.test.RealServers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A cell with a schema of its own, as the test sees it. */
final class RunningCell implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);

    private final Process process;
    private final Path log;
    private final JdbcClient rows;

    private RunningCell(Process process, Path log, JdbcClient rows) {
        this.process = process;
        this.log = log;
        this.rows = rows;
    }

    /** Starts cell {@code number}; whoever starts several waits for them with {@link #awaitReady}. */
    static RunningCell start(int number, Map<String, String> settings) {
        TestStack stack = TestStack.shared();
        String schema = "gomall_test_order_cell_" + number;
        stack.createSchema(schema);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("GOMALL_") || name.startsWith("gomall."))
                .filter(name -> !settings.containsKey(name))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-DGOMALL_CELL=" + number,
                "-DGOMALL_SCHEMA=" + schema,
                "-DGOMALL_DUBBO_PORT=" + RealServers.freePort(),
                "-DGOMALL_SENTINEL_PORT=" + RealServers.freePort(),
                CellProcess.class.getName()));
        Path log = Path.of("target", "cell-" + number + ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new RunningCell(
                    process,
                    log,
                    JdbcClient.create(new DriverManagerDataSource(
                            stack.jdbcUrl(schema), stack.databaseUser(), stack.databasePassword())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        Eventually.within(START, () -> {
            if (!log().contains(CellProcess.READY)) {
                throw new AssertionError("the cell is not ready: " + log());
            }
        });
    }

    String log() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count(String sql, Object... parameters) {
        return rows.sql(sql).params(parameters).query(Long.class).single();
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
