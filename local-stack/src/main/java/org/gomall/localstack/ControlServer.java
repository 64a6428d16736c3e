package org.gomall.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes commands for the supervisor on a loopback port. A command is one line: a token which only readers of the data
 * folder know, the command, its argument, separated by tabs. The answer is lines, the last one OK or an error.
 */
final class ControlServer {

    static final String FILE = "control";
    static final String OK = "OK";
    static final String ERROR = "ERROR ";
    static final String LINE = "LINE ";

    private final StackFolders folders;
    private final Supervisor supervisor;
    private final String token;
    private final ServerSocket socket;

    ControlServer(StackFolders folders, Supervisor supervisor) throws IOException {
        this.folders = folders;
        this.supervisor = supervisor;
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    void start() throws IOException {
        Thread thread = new Thread(this::accept, "control");
        thread.setDaemon(true);
        thread.start();
        Path unfinished = folders.run().resolve(FILE + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished);
        if (unfinished.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(
                unfinished,
                socket.getLocalPort() + " " + token + " "
                        + ProcessHandle.current().pid());
        Files.move(unfinished, folders.run().resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private void accept() {
        while (true) {
            try {
                Socket connection = socket.accept();
                Thread thread = new Thread(() -> serve(connection), "command");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                System.out.println("The control port failed: " + e);
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(connection.getOutputStream(), true, StandardCharsets.UTF_8)) {
            String line = in.readLine();
            String[] words = line == null ? new String[0] : line.split("\t");
            if (words.length < 2 || !words[0].equals(token)) {
                return;
            }
            boolean done = answer(words[1], words.length > 2 ? words[2] : "", out);
            boolean last = words[1].equals("down") || words[1].equals("end");
            // A start which was refused, for example because a port is taken, leaves nobody to look after.
            boolean idle = words[1].equals("up") && !done && supervisor.isIdle();
            if (last || idle) {
                Files.deleteIfExists(folders.run().resolve(FILE));
                System.exit(0);
            }
        } catch (IOException e) {
            System.out.println("A command was not answered: " + e);
        }
    }

    private boolean answer(String command, String argument, PrintWriter out) {
        Consumer<String> report = line -> {
            out.println(LINE + line.replace("\n", "\n" + LINE));
            if (out.checkError()) {
                throw new StackException("The other side has gone.");
            }
        };
        try {
            execute(command, argument, report);
            out.println(OK);
            return true;
        } catch (StackException sentence) {
            out.println(ERROR + sentence.getMessage().replace("\n", "\u0001"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            e.printStackTrace(System.out);
            out.println(ERROR + "The supervisor failed: " + e);
        }
        return false;
    }

    private void execute(String command, String argument, Consumer<String> report) throws InterruptedException {
        switch (command) {
            case "up" -> supervisor.up(argument.equals("all"), report);
            case "down" -> supervisor.down(report);
            case "end" -> supervisor.killAll();
            case "status" -> supervisor.rows().forEach(report);
            case "offset" -> report.accept(Integer.toString(supervisor.offset()));
            case "start" -> supervisor.start(List.of(supervisor.part(argument)), report);
            case "restart" -> {
                supervisor.part(argument).restart();
                Thread.sleep(300);
                supervisor.start(List.of(supervisor.part(argument)), report);
            }
            case "stop" -> {
                supervisor.part(argument).stop();
                supervisor.awaitEnd(supervisor.part(argument), report);
            }
            case "scale" -> {
                String[] words = argument.split(" ");
                supervisor.scale(words[0], Integer.parseInt(words[1]), report);
            }
            case "kill" -> supervisor.part(argument).kill(true);
            case "kill-and-leave" -> {
                supervisor.part(argument).kill(false);
                supervisor.awaitEnd(supervisor.part(argument), report);
            }
            case "pause" -> supervisor.part(argument).pause();
            case "resume" -> supervisor.part(argument).resume();
            default -> throw new StackException("The supervisor does not know the command " + command + ".");
        }
    }
}
