package org.gomall.e2e.faults;

import java.time.Duration;
import org.gomall.localstack.LocalSystem;

/** A process dies, stays away, freezes, or is started anew. Parts are named as on the command line. */
record ProcessFault(String name, String row, Duration lasts, Runnable preparing, Runnable beginning, Runnable ending)
        implements Fault {

    static final Duration READY_WITHIN = Duration.ofSeconds(120);

    ProcessFault(String name, String row, Duration lasts, Runnable beginning, Runnable ending) {
        this(name, row, lasts, () -> {}, beginning, ending);
    }

    /** kill -9; the supervisor starts it again at once. */
    static Fault kill(LocalSystem system, String part) {
        return new ProcessFault(
                "kill -9 " + part,
                rowOf(part),
                Duration.ZERO,
                () -> system.kill(part),
                () -> system.awaitReady(part, READY_WITHIN));
    }

    /** kill -9; it is away for a while. */
    static Fault outage(LocalSystem system, String part, Duration lasts) {
        return new ProcessFault(
                "kill -9 " + part + ", away for " + lasts.toSeconds() + " s",
                rowOf(part),
                lasts,
                () -> system.killAndLeave(part),
                () -> system.start(part));
    }

    /** SIGSTOP, and SIGCONT after a while. */
    static Fault frozen(LocalSystem system, String part, Duration lasts) {
        return new ProcessFault(
                "SIGSTOP " + part + " for " + lasts.toSeconds() + " s",
                Rows.FROZEN,
                lasts,
                () -> system.pause(part),
                () -> {
                    system.resume(part);
                    system.awaitReady(part, READY_WITHIN);
                });
    }

    /** Two instances, of which the second one is killed. Back to one in the end. */
    static Fault oneOfTwo(LocalSystem system, String application) {
        return new ProcessFault(
                "kill -9 one of two " + application,
                Rows.ONE_OF_TWO,
                Duration.ofSeconds(5),
                () -> system.scale(application, 2),
                () -> system.kill(application + "-2"),
                () -> {
                    system.awaitReady(application + "-2", READY_WITHIN);
                    system.scale(application, 1);
                });
    }

    /** Two instances, which are restarted in turn. Back to one in the end. */
    static Fault rollingRestart(LocalSystem system, String application) {
        return new ProcessFault(
                "rolling restart of two " + application,
                Rows.ROLLING_RESTART,
                Duration.ZERO,
                () -> system.scale(application, 2),
                () -> {
                    system.restart(application);
                    system.restart(application + "-2");
                },
                () -> system.scale(application, 1));
    }

    private static String rowOf(String part) {
        return switch (part) {
            case "seata" -> Rows.COORDINATOR;
            case "mariadb" -> Rows.DATABASE;
            case "redis" -> Rows.REDIS;
            case "broker", "namesrv" -> Rows.MESSAGES_AWAY;
            case "nacos" -> Rows.NACOS;
            default -> part.startsWith("consumer-web") ? Rows.ONE_OF_TWO : Rows.ONLY_ONE;
        };
    }

    @Override
    public void prepare() {
        preparing.run();
    }

    @Override
    public void begin() {
        beginning.run();
    }

    @Override
    public void end() {
        ending.run();
    }
}
