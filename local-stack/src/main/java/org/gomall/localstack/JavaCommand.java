package org.gomall.localstack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the command of a JVM part. The class path travels in the environment, which keeps the command readable. */
final class JavaCommand {

    private final List<String> flags = new ArrayList<>();
    private final List<String> sharingFlags = new ArrayList<>();
    private final List<String> program = new ArrayList<>();
    private final List<String> forgotten = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private final StackFolders folders;
    private final String part;
    private final Path work;
    private List<String> classPath = List.of();
    private Optional<ClassArchive> archive = Optional.empty();

    JavaCommand(String part, StackFolders folders) {
        this.part = part;
        this.folders = folders;
        this.work = folders.work(part);
        flags.add("-XX:+UseSerialGC");
        flags.add("-Xss512k");
        flags.add("-XX:-UsePerfData");
        // Where the first collection of classes happens: the default of 21 MB means several in the middle of a start.
        flags.add("-XX:MetaspaceSize=128m");
        // The old generation keeps a fifth free instead of two.
        flags.addAll(List.of("-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40"));
        // An archive at a random address has all its pointers changed: its pages become the process's own, and all of
        // them are in memory.
        flags.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
        if (Runtime.version().feature() >= 24) {
            sharingFlag("--enable-native-access=ALL-UNNAMED");
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (Runtime.version().feature() >= 25) {
            sharingFlag("-XX:+UseCompactObjectHeaders");
        }
        // The C library keeps memory for reuse per thread otherwise, up to 16 times on two cores.
        environment.put("MALLOC_ARENA_MAX", "2");
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

    /** What somebody wants instead of the usual: a dozen processes starting at once on two cores have no time for the optimising compiler. */
    static String[] options(String variable) {
        String chosen = System.getenv(variable);
        if (chosen == null) {
            return new String[] {"-XX:TieredStopAtLevel=1"};
        }
        return chosen.isBlank() ? new String[0] : chosen.strip().split("\\s+");
    }

    JavaCommand flag(String... more) {
        flags.addAll(List.of(more));
        return this;
    }

    /** A flag of which a class archive depends. */
    JavaCommand sharingFlag(String flag) {
        flags.add(flag);
        sharingFlags.add(flag);
        return this;
    }

    JavaCommand property(String name, Object value) {
        flags.add("-D" + name + "=" + value);
        return this;
    }

    JavaCommand environment(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Variables of the launcher which the process is not to see. */
    JavaCommand forget(Collection<String> variables) {
        forgotten.addAll(variables);
        return this;
    }

    JavaCommand run(List<String> jars, String mainClass, String... arguments) {
        classPath = jars;
        program.add(mainClass);
        program.addAll(List.of(arguments));
        return this;
    }

    /** Runs the main class of a jar, which names its own class path. */
    JavaCommand runJar(Path jar, String... arguments) {
        classPath = List.of(jar.toString());
        program.addAll(List.of("-jar", jar.toString()));
        program.addAll(List.of(arguments));
        return this;
    }

    /** Starts from an archive of its classes, where there is one, and helps to make one where there is none. */
    JavaCommand archivedAs(String kind) {
        archive = ClassArchive.of(kind, work.resolve("loaded-classes"), classPath, sharingFlags, folders);
        return this;
    }

    Optional<ClassArchive> archive() {
        return archive;
    }

    /**
     * @param useArchive false: does without an archive even where there is one
     */
    ProcessBuilder build(boolean useArchive) throws IOException {
        List<String> command = new ArrayList<>(List.of(javaExecutable(), marker(part, folders)));
        command.addAll(flags);
        if (archive.isPresent()) {
            boolean ready = useArchive && archive.get().exists();
            command.addAll(ready ? archive.get().using() : archive.get().noting());
        }
        command.add("-Duser.home=" + work);
        command.add("-Djava.io.tmpdir=" + folders.temporary(part));
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Duser.timezone=UTC");
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
        builder.environment().keySet().removeAll(forgotten);
        builder.environment().putAll(environment);
        builder.environment().put("CLASSPATH", String.join(File.pathSeparator, classPath));
        return builder;
    }
}
