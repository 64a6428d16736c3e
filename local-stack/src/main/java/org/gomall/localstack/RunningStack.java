package org.gomall.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A running stack, as tests see it: where its servers are, and what can be done to its processes. Parts are named as on
 * the command line: mariadb, redis, nacos, seata, namesrv, broker, and the applications.
 */
public abstract class RunningStack {

    private static final Pattern SCHEMA = Pattern.compile("gomall_[a-z0-9_]{1,50}");
    private static final Duration TOPIC_WITHIN = Duration.ofSeconds(30);

    final StackFolders folders;
    final Ports ports;
    final ControlClient control;

    RunningStack(StackFolders folders, Ports ports, ControlClient control) {
        this.folders = folders;
        this.ports = ports;
        this.control = control;
    }

    /** The environment variables (or properties) which tell an application where the servers are. */
    public Map<String, String> environment() {
        return Servers.environment(folders, ports);
    }

    public Address mariadb() {
        return Address.loopback(ports.of(Ports.MARIADB));
    }

    public Address redis() {
        return Address.loopback(ports.of(Ports.REDIS));
    }

    public Address nacos() {
        return Address.loopback(ports.of(Ports.NACOS));
    }

    public Address seata() {
        return Address.loopback(ports.of(Ports.SEATA));
    }

    /** RocketMQ's name server. */
    public Address rocketmq() {
        return Address.loopback(ports.of(Ports.NAME_SERVER));
    }

    public String jdbcUrl(String schema) {
        return MariaDb.jdbcUrl(ports.of(Ports.MARIADB), schema);
    }

    public String databaseUser() {
        return MariaDb.USER;
    }

    public String databasePassword() {
        return MariaDb.PASSWORD;
    }

    /**
     * Creates an empty schema with Seata's fence table; an existing one is emptied.
     *
     * @param name has to begin with {@code gomall_}
     */
    public void createSchema(String name) {
        if (!SCHEMA.matcher(name).matches()) {
            throw new StackException(
                    "A schema's name is gomall_ and lower-case letters, digits or _, not " + name + ".");
        }
        try (Connection connection = MariaDb.connect(ports.of(Ports.MARIADB), "gomall_order");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci");
            statement.execute("CREATE TABLE " + name + ".tcc_fence_log LIKE gomall_order.tcc_fence_log");
        } catch (SQLException e) {
            throw new StackException("The schema " + name + " cannot be created: " + e.getMessage(), e);
        }
    }

    /** Creates a RocketMQ topic with four queues, and waits until clients can find it. */
    public void createTopic(String topic) {
        try {
            RocketMqTopics topics = RocketMqBroker.topics(ports);
            topics.create(topic);
            topics.awaitRoute(topic, TOPIC_WITHIN);
        } catch (IOException e) {
            throw new StackException("The topic " + topic + " cannot be created: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the topic " + topic + " was created.", e);
        }
    }

    public PartStatus status(String part) {
        return control.status(part);
    }

    public int port(String part) {
        return status(part).port();
    }

    public long pid(String part) {
        return status(part).pid().orElseThrow(() -> new StackException(part + " does not run."));
    }

    /** The file its standard output and error go to. */
    public Path log(String part) {
        return folders.log(part);
    }

    /** The data folder. */
    public Path home() {
        return folders.home();
    }

    /** Starts a part that was stopped, and returns when it is ready. */
    public void start(String part) {
        call("start", part);
    }

    /** Ends a part in order (by force after 30 s), and leaves it so. */
    public void stop(String part) {
        call("stop", part);
    }

    /** Stops and starts a part, and returns when it is ready. */
    public void restart(String part) {
        call("restart", part);
    }

    /** kill -9; the supervisor starts the part again. */
    public void kill(String part) {
        call("kill", part);
    }

    /** kill -9; the part stays dead until {@link #start}. */
    public void killAndLeave(String part) {
        call("kill-and-leave", part);
    }

    /** Deletes what a part has stored; it has to be stopped or dead. */
    public void empty(String part) {
        if (status(part).pid().isPresent()) {
            throw new StackException(part + " runs: what it has stored is not deleted under it.");
        }
        StackFolders.delete(folders.data(part));
    }

    /** Freezes the process (SIGSTOP). */
    public void pause(String part) {
        call("pause", part);
    }

    /** Lets a frozen process go on. */
    public void resume(String part) {
        call("resume", part);
    }

    /** Waits until the part is ready, and fails when that takes longer than given. */
    public void awaitReady(String part, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        PartStatus status = status(part);
        while (!status.isReady()) {
            if (status.state().equals("FAILED")) {
                throw new StackException(part + " failed: " + status.failure());
            }
            if (System.nanoTime() > end) {
                throw new StackException(part + " was not ready within " + within.toSeconds() + " s but "
                        + status.state() + ". The end of its log:\n" + LogFiles.tail(log(part), 15));
            }
            sleep();
            status = status(part);
        }
    }

    private void call(String command, String part) {
        control.call(command, part, line -> {});
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting.", e);
        }
    }
}
