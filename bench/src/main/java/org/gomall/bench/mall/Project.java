package org.gomall.bench.mall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where this checkout, what it is built into, and the data of a benchmark are. */
public final class Project {

    private Project() {}

    public static Path root() {
        String given = System.getProperty("gomall.root");
        return Path.of(given == null ? "" : given).toAbsolutePath().normalize();
    }

    /** The folder of all data, as {@code GOMALL_HOME} says. */
    public static Path home(Map<String, String> environment) {
        String given = environment.get("GOMALL_HOME");
        return given == null || given.isBlank()
                ? root().resolve(".gomall")
                : Path.of(given).toAbsolutePath();
    }

    /**
     * The class path of a module of bench.
     *
     * @param module for example bench/hello
     */
    public static String classPath(String module) {
        Path target = root().resolve(module).resolve("target");
        try {
            return target.resolve(module.replace('/', '-') + ".jar") + ":"
                    + Files.readString(target.resolve("classpath")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(module + " is not built: ./gomall bench builds it", e);
        }
    }
}
