package org.gomall.localstack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Prints what runs, and where to look at it. */
final class StatusTable {

    private static final PrintStream OUT = System.out;

    private StatusTable() {}

    static void print(List<PartStatus> parts, StackFolders folders, long supervisor) {
        OUT.println();
        OUT.printf(
                "  %-18s %-11s %8s %6s %9s %8s %9s%n", "PART", "STATE", "PID", "PORT", "UPTIME", "MEMORY", "RESTARTS");
        parts.forEach(StatusTable::printRow);
        long own = Processes.residentMegabytes(supervisor);
        OUT.printf("  %-18s %-11s %8d %6s %9s %5d MB%n", "supervisor", "READY", supervisor, "", "", own);
        long total = own + parts.stream().mapToLong(PartStatus::megabytes).sum();
        OUT.printf("  %-18s %-11s %8s %6s %9s %5d MB%n", "together", "", "", "", "", total);
        parts.stream()
                .filter(part -> !part.failure().isEmpty())
                .forEach(part -> OUT.println("  " + part.name() + ": " + part.failure()));
        OUT.println("  Data and logs: " + folders.home());
    }

    static void printAddresses(Ports ports, boolean applications) {
        OUT.println();
        if (applications) {
            OUT.println("  Shop              http://127.0.0.1:" + ports.of(8080));
            OUT.println("  Accounts          shoppers alice, bob · merchants nova, orbit · admin · ops"
                    + " (password gomall-demo)");
        }
        OUT.println("  Nacos console     http://127.0.0.1:" + ports.of(Ports.NACOS_CONSOLE));
        OUT.println("  Seata console     http://127.0.0.1:" + ports.of(Ports.SEATA_CONSOLE) + " (seata / seata)");
        OUT.println("  Database          127.0.0.1:" + ports.of(Ports.MARIADB) + " (gomall / gomall)");
        OUT.println("  Redis             127.0.0.1:" + ports.of(Ports.REDIS));
        OUT.println("  RocketMQ          127.0.0.1:" + ports.of(Ports.NAME_SERVER));
        if (!applications) {
            OUT.println();
            OUT.println("  An application on top of it: mvn -pl provider-order spring-boot:run");
        }
        OUT.println();
    }

    private static void printRow(PartStatus part) {
        OUT.printf(
                "  %-18s %-11s %8s %6d %9s %8s %9d%n",
                part.name(),
                part.state().toLowerCase(Locale.ROOT),
                part.pid().map(String::valueOf).orElse("-"),
                part.port(),
                part.uptime().map(StatusTable::words).orElse("-"),
                part.pid().isPresent() ? part.megabytes() + " MB" : "-",
                part.restarts());
    }

    private static String words(Duration uptime) {
        if (uptime.toHours() > 0) {
            return uptime.toHours() + "h" + uptime.toMinutesPart() + "m";
        }
        return uptime.toMinutes() > 0
                ? uptime.toMinutes() + "m" + uptime.toSecondsPart() + "s"
                : uptime.toSeconds() + "s";
    }
}
