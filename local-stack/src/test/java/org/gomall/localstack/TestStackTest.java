package org.gomall.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TestStackTest {

    private final TestStack stack = TestStack.shared();

    @Test
    void gives_a_new_schema_with_a_fence_table_and_the_sql_mode_of_mysql_8() throws SQLException {
        stack.createSchema("gomall_local_stack");
        try (Connection connection = connect("gomall_local_stack");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE thing (id BIGINT PRIMARY KEY, note VARCHAR(3))");
            assertThat(text(statement, "SELECT COUNT(*) FROM tcc_fence_log")).isEqualTo("0");
            assertThat(text(statement, "SELECT @@sql_mode")).contains("ONLY_FULL_GROUP_BY", "STRICT_TRANS_TABLES");
            assertThat(text(statement, "SELECT @@transaction_isolation")).isEqualTo("READ-COMMITTED");
        }
    }

    @Test
    void a_killed_database_comes_back_with_its_data() throws SQLException {
        stack.createSchema("gomall_local_stack_kill");
        try (Connection connection = connect("gomall_local_stack_kill");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE thing (id BIGINT PRIMARY KEY)");
            statement.executeUpdate("INSERT INTO thing VALUES (42)");
        }
        long pid = stack.pid("mariadb");
        int restarts = stack.status("mariadb").restarts();

        stack.kill("mariadb");
        stack.awaitReady("mariadb", Duration.ofSeconds(60));

        assertThat(stack.pid("mariadb")).isNotEqualTo(pid);
        assertThat(stack.status("mariadb").restarts()).isEqualTo(restarts + 1);
        try (Connection connection = connect("gomall_local_stack_kill");
                Statement statement = connection.createStatement()) {
            assertThat(text(statement, "SELECT id FROM thing")).isEqualTo("42");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void no_server_writes_outside_the_data_folder() throws IOException {
        for (String part : List.of("mariadb", "redis", "nacos", "seata", "namesrv", "broker")) {
            assertThat(filesOpenForWriting(stack.pid(part)))
                    .as("files which %s writes", part)
                    .allMatch(file -> file.startsWith(stack.home()));
        }
    }

    /** What the kernel knows about the open files of a process: flags with access mode 1 or 2 mean writing. */
    private static List<Path> filesOpenForWriting(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        List<Path> files = new ArrayList<>();
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            for (Path descriptor : descriptors.toList()) {
                Path info = process.resolve("fdinfo").resolve(descriptor.getFileName());
                if (Files.exists(info) && Files.isRegularFile(descriptor) && isForWriting(Files.readString(info))) {
                    files.add(Files.readSymbolicLink(descriptor));
                }
            }
        }
        return files;
    }

    private static boolean isForWriting(String info) {
        String flags = info.lines()
                .filter(line -> line.startsWith("flags:"))
                .findFirst()
                .orElse("flags: 0");
        return (Integer.parseInt(flags.substring("flags:".length()).strip(), 8) & 3) != 0;
    }

    private Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(schema), stack.databaseUser(), stack.databasePassword());
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
