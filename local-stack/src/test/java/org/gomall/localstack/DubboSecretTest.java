package org.gomall.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DubboSecretTest {

    @TempDir
    Path home;

    @Test
    void is_made_once_and_readable_by_its_owner_alone() throws IOException {
        StackFolders folders = new StackFolders(home, home);

        Set<String> secrets = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> DubboSecret.of(folders))
                .collect(Collectors.toSet());

        assertThat(secrets).hasSize(1).allMatch(secret -> secret.matches("[0-9a-f]{64}"));
        Path file = home.resolve("run/dubbo-secret");
        assertThat(Files.readString(file)).isEqualTo(secrets.iterator().next());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.list(home.resolve("run"))).containsExactly(file);
    }

    @Test
    void every_stack_has_its_own(@TempDir Path other) {
        assertThat(DubboSecret.of(new StackFolders(home, home)))
                .isNotEqualTo(DubboSecret.of(new StackFolders(other, other)));
    }
}
