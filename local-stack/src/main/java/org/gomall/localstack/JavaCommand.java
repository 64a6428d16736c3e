package org.gomall.localstack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds the command of a JVM part. The class path travels in the environment, which keeps the command readable. */
final class JavaCommand {

    private final List<String> flags = new ArrayList<>();
    private final String marker;
    private final Path work;
    private final Path temporary;

    JavaCommand(String part, StackFolders folders) {
        this.marker = marker(part, folders);
        this.work = folders.work(part);
        this.temporary = folders.temporary(part);
        flags.add("-XX:+UseSerialGC");
        flags.add("-Xss512k");
        flags.add("-XX:-UsePerfData");
        if (Runtime.version().feature() >= 24) {
            flags.add("--enable-native-access=ALL-UNNAMED");
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        flags.addAll(ClassArchive.flags(part, folders));
    }

    static String marker(String part, StackFolders folders) {
        return "-Dgomall.part=" + part + "@" + folders.home();
    }

    static String javaExecutable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The class path of a server, as its module wrote it. */
    static String serverClassPath(StackFolders folders, String server) {
        Path file = folders.serverClassPath(server);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackException(
                    "The class path of " + server + " is missing (" + file + "): run mvn -pl local-stack -am package.",
                    e);
        }
    }

    JavaCommand flag(String... more) {
        flags.addAll(List.of(more));
        return this;
    }

    JavaCommand property(String name, Object value) {
        flags.add("-D" + name + "=" + value);
        return this;
    }

    ProcessBuilder run(List<String> classPath, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(List.of(javaExecutable(), marker));
        command.addAll(flags);
        command.add("-Duser.home=" + work);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Duser.timezone=UTC");
        command.add(mainClass);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
        builder.environment().put("CLASSPATH", String.join(File.pathSeparator, classPath));
        return builder;
    }
}
