package org.gomall.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;

/** The commands of {@code ./gomall} which deal with processes; building and logs are the script's. */
final class Main {

    private static final List<String> DATA_FOLDERS = List.of("data", "work", "run", "logs", "applications", "launcher");

    private final StackFolders folders;
    private final int offset;

    private Main(StackFolders folders, int offset) {
        this.folders = folders;
        this.offset = offset;
    }

    public static void main(String[] args) throws IOException {
        try {
            Path root = StackFolders.findRoot();
            String home = setting("GOMALL_HOME").orElse(root.resolve(".gomall").toString());
            int offset = parseOffset(setting("GOMALL_PORT_OFFSET").orElse("0"));
            new Main(new StackFolders(root, Path.of(home)), offset).run(args);
        } catch (StackException sentence) {
            System.err.println();
            System.err.println(sentence.getMessage());
            System.exit(1);
        }
    }

    private void run(String[] args) throws IOException {
        String command = args.length == 0 ? "help" : args[0];
        switch (command) {
            case "up" -> up(true);
            case "infra" -> up(false);
            case "down" -> down();
            case "status" -> status();
            case "restart" -> restart(name(args));
            case "kill" -> kill(name(args));
            case "scale" -> scale(name(args), args.length > 2 ? args[2] : "");
            case "reset" -> reset(args.length > 1 && args[1].equals("--yes"));
            default -> throw new StackException("There is no command " + command + "; ./gomall help lists them.");
        }
    }

    private void up(boolean applications) {
        Optional<ControlClient> running = ControlClient.find(folders);
        running.ifPresent(this::requireSameOffset);
        MemoryCheck.requireEnough(running.map(ControlClient::status).orElse(List.of()), applications);
        ControlClient control = ControlClient.findOrStart(folders, plan());
        requireSameOffset(control);
        long begin = System.nanoTime();
        control.call("up", applications ? "all" : "infra", line -> System.out.println("  " + line));
        System.out.printf(Locale.ROOT, "%nReady after %.1f s.%n", (System.nanoTime() - begin) / 1e9);
        StatusTable.print(control.status(), folders, control.pid());
        StatusTable.printAddresses(new Ports(offset), applications);
    }

    private void down() {
        Optional<ControlClient> running = findOrAdopt();
        if (running.isEmpty()) {
            System.out.println("Nothing is running.");
            return;
        }
        running.get().down(line -> System.out.println("  " + line));
    }

    private void status() {
        Optional<ControlClient> running = findOrAdopt();
        if (running.isEmpty()) {
            System.out.println("Nothing is running. ./gomall up starts everything, ./gomall infra the servers only.");
            return;
        }
        StatusTable.print(running.get().status(), folders, running.get().pid());
    }

    private void restart(String name) {
        requireRunning().call("restart", name, line -> System.out.println("  " + line));
    }

    private void kill(String name) {
        ControlClient control = requireRunning();
        PartStatus before = control.status(name);
        control.call("kill", name, line -> {});
        System.out.println(before.pid()
                .map(pid -> name + " (pid " + pid
                        + ") was killed; the supervisor starts it again, ./gomall status shows it.")
                .orElse(name + " was not running."));
    }

    private void scale(String name, String number) {
        if (!number.matches("\\d{1,3}")) {
            throw new StackException("Say how many: ./gomall scale " + name + " 2.");
        }
        int instances = Integer.parseInt(number);
        Applications.requireScalable(name, instances);
        ControlClient control = requireRunning();
        MemoryCheck.requireEnoughFor(instances - running(control, name));
        control.call("scale", name + " " + instances, line -> System.out.println("  " + line));
        StatusTable.print(control.status(), folders, control.pid());
    }

    private static int running(ControlClient control, String application) {
        return (int) control.status().stream()
                .filter(part -> part.pid().isPresent())
                .filter(part -> part.name().matches(application + "(-\\d+)?"))
                .count();
    }

    private void reset(boolean sure) {
        if (findOrAdopt().isPresent()) {
            throw new StackException("Something is still running: ./gomall down first.");
        }
        if (!sure && !confirmed()) {
            System.out.println("Nothing was deleted.");
            return;
        }
        DATA_FOLDERS.forEach(folder -> StackFolders.delete(folders.home().resolve(folder)));
        System.out.println("All data is deleted. The next ./gomall up begins with the demo data.");
    }

    private boolean confirmed() {
        System.out.print("This deletes all data, logs and accounts under " + folders.home() + ". Type yes to go on: ");
        Scanner scanner = new Scanner(System.in);
        return scanner.hasNextLine() && scanner.nextLine().strip().equalsIgnoreCase("yes");
    }

    private ControlClient requireRunning() {
        return findOrAdopt()
                .orElseThrow(() -> new StackException("Nothing is running. ./gomall up starts everything."));
    }

    /** The supervisor; when it was killed but left running parts behind, a new one which takes them over. */
    private Optional<ControlClient> findOrAdopt() {
        Optional<ControlClient> running = ControlClient.find(folders);
        Path lastPlan = folders.run().resolve(Supervisor.PLAN);
        if (running.isPresent() || !Files.exists(lastPlan)) {
            return running;
        }
        Plan plan = Plan.read(lastPlan);
        boolean orphans = Supervisor.allParts(folders, plan).stream()
                .anyMatch(part -> new ProcessRecord(part, folders).process().isPresent());
        return orphans ? Optional.of(ControlClient.findOrStart(folders, plan)) : Optional.empty();
    }

    /** As many instances of everything as when it was last up. */
    private Plan plan() {
        Path lastPlan = folders.run().resolve(Supervisor.PLAN);
        return Files.exists(lastPlan) ? Plan.read(lastPlan).again(offset) : Plan.of(offset);
    }

    private void requireSameOffset(ControlClient control) {
        control.call("offset", "", running -> {
            if (Integer.parseInt(running) != offset) {
                throw new StackException("This stack is running with GOMALL_PORT_OFFSET=" + running
                        + ". Take it down first, or give the other one a GOMALL_HOME of its own.");
            }
        });
    }

    private static String name(String[] args) {
        if (args.length < 2) {
            throw new StackException("Say which part: ./gomall " + args[0] + " NAME; ./gomall status lists them.");
        }
        return args[1];
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static int parseOffset(String text) {
        try {
            return new Ports(Integer.parseInt(text.strip())).offset();
        } catch (NumberFormatException e) {
            throw new StackException("GOMALL_PORT_OFFSET is \"" + text + "\": it has to be a number.", e);
        }
    }
}
