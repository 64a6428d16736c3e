package org.gomall.platform.dubbo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * What all processes of one mall know and nobody else does. It comes from {@code GOMALL_DUBBO_SECRET}; a single application
 * that a developer starts beside {@code ./gomall infra} finds the one which that has written into its data folder.
 */
final class CallSecret {

    /** Written by local-stack, readable by its owner alone. */
    static final Path LOCAL_FILE = Path.of("run", "dubbo-secret");

    private static final String VARIABLE = "GOMALL_DUBBO_SECRET";
    /** What docker-compose.yml gives when nobody has chosen one. */
    private static final String FOR_LOOKING_AROUND = "gomall-demo-secret-that-no-production-profile-accepts";

    private static final int LEAST_LENGTH = 32;
    private static final int FOLDERS_UP = 3;

    private CallSecret() {}

    /** The secret; without an acceptable one the process does not start. */
    static byte[] of(Environment environment) {
        String secret = Optional.ofNullable(environment.getProperty(VARIABLE))
                .filter(value -> !value.isBlank())
                .or(() -> fromLocalStack(environment))
                .orElseThrow(() -> new IllegalStateException(VARIABLE + " is not set, and no running local stack was"
                        + " found around " + Path.of("").toAbsolutePath()
                        + ". Start ./gomall infra, or set it to the value that the other processes have."))
                .strip();
        if (secret.length() < LEAST_LENGTH) {
            throw new IllegalStateException(
                    VARIABLE + " has " + secret.length() + " characters; it needs at least " + LEAST_LENGTH + ".");
        }
        if (secret.equals(FOR_LOOKING_AROUND) && !environment.acceptsProfiles(Profiles.of("demo", "test"))) {
            throw new IllegalStateException(
                    VARIABLE + " is the published one of docker-compose.yml, which holds for the demo profile only."
                            + " Set one of your own, for example with openssl rand -hex 32.");
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> fromLocalStack(Environment environment) {
        String home = environment.getProperty("GOMALL_HOME");
        if (home != null && !home.isBlank()) {
            return read(Path.of(home));
        }
        return near(Path.of("").toAbsolutePath());
    }

    /** The secret of the stack in this folder or a little above: Maven runs an application in the folder of its module. */
    static Optional<String> near(Path start) {
        Path folder = start;
        for (int i = 0; i < FOLDERS_UP && folder != null; i++) {
            Optional<String> found = read(folder.resolve(".gomall"));
            if (found.isPresent()) {
                return found;
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    private static Optional<String> read(Path home) {
        Path file = home.resolve(LOCAL_FILE);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read: it belongs to whoever started the stack", e);
        }
    }
}
