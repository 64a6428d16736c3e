package org.gomall.bench.mall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts the benchmark's own processes and ends them all. */
final class Workshop implements AutoCloseable {

    /** Spring would take the launcher's settings for properties of an application. */
    private static final List<String> LAUNCHER_SETTINGS = List.of(
            "GOMALL_HOME",
            "GOMALL_PORT_OFFSET",
            "GOMALL_JVM_OPTIONS",
            "GOMALL_SERVER_JVM_OPTIONS",
            "GOMALL_IGNORE_MEMORY");

    private final Path folder;
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private final List<Worker> workers = new ArrayList<>();

    /**
     * @param folder for their logs and whatever they write
     */
    Workshop(Path folder) {
        this.folder = folder;
    }

    /** A process that is told by lines what to do; returns when it is ready. */
    Worker worker(
            String name,
            List<String> options,
            String classPath,
            Map<String, String> environment,
            String mainClass,
            String... arguments) {
        Path log = log(name);
        Process process = start(
                name,
                builder(options, classPath, environment, mainClass, arguments).redirectError(log.toFile()));
        Worker worker = new Worker(name, process, log);
        workers.add(worker);
        return worker;
    }

    /** A server that works until it is ended. */
    void server(
            String name, List<String> options, String classPath, Map<String, String> environment, String mainClass) {
        start(
                name,
                builder(options, classPath, environment, mainClass)
                        .redirectErrorStream(true)
                        .redirectOutput(log(name).toFile()));
    }

    /** The ids of those that are alive, by name. */
    Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        processes.forEach((name, process) -> {
            if (process.isAlive()) {
                pids.put(name, process.pid());
            }
        });
        return pids;
    }

    /** Ends one of them. */
    void end(Worker worker) {
        worker.close();
        workers.remove(worker);
        processes.remove(worker.name());
    }

    @Override
    public void close() {
        List.copyOf(workers).forEach(this::end);
        processes.values().forEach(Process::destroyForcibly);
        processes.clear();
    }

    private Process start(String name, ProcessBuilder builder) {
        try {
            Process process = builder.start();
            processes.put(name, process);
            // Also when this process is told to stop in the middle.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    private ProcessBuilder builder(
            List<String> options,
            String classPath,
            Map<String, String> environment,
            String mainClass,
            String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Duser.timezone=UTC", "-Duser.home=" + folder, mainClass));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        LAUNCHER_SETTINGS.forEach(builder.environment()::remove);
        builder.environment().put("CLASSPATH", classPath);
        builder.environment().putAll(environment);
        return builder;
    }

    private Path log(String name) {
        try {
            return Files.createDirectories(folder.resolve("logs")).resolve(name + ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
