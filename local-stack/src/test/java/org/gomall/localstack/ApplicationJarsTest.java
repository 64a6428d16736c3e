package org.gomall.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationJarsTest {

    private static final String APPLICATION = "provider-stock";

    @TempDir
    Path root;

    private Path built;
    private Path shared;
    private Path released;

    @BeforeEach
    void build() throws IOException {
        Path target = StackFolders.ensure(root.resolve(APPLICATION).resolve("target"));
        Path repository = StackFolders.ensure(root.resolveSibling(root.getFileName() + "-repository"));
        built = Files.writeString(target.resolve(APPLICATION + ".jar"), "first");
        shared = Files.writeString(repository.resolve("api-0.1.0-SNAPSHOT.jar"), "api");
        released = Files.writeString(repository.resolve("spring-core-7.0.0.jar"), "spring");
        Files.writeString(target.resolve("classpath"), shared + File.pathSeparator + released);
    }

    @Test
    void what_a_build_may_replace_is_copied_and_released_libraries_stay() throws IOException {
        List<String> classPath = jars("home").classPath();

        assertThat(classPath).hasSize(3).last().isEqualTo(released.toString());
        assertThat(Path.of(classPath.get(0)))
                .hasContent("first")
                .hasFileName("0-provider-stock.jar")
                .isNotEqualTo(built);
        assertThat(Path.of(classPath.get(1))).hasContent("api");
    }

    @Test
    void a_build_without_changes_and_another_stack_of_the_project_use_the_same_copies() throws IOException {
        List<String> classPath = jars("home").classPath();
        FileTime copied = Files.getLastModifiedTime(Path.of(classPath.get(0)));
        Files.setLastModifiedTime(built, FileTime.fromMillis(0));

        assertThat(jars("home").classPath()).isEqualTo(classPath);
        assertThat(jars("system-7").classPath()).isEqualTo(classPath);
        assertThat(Files.getLastModifiedTime(Path.of(classPath.get(0)))).isEqualTo(copied);
    }

    @Test
    void another_content_is_another_copy_and_the_oldest_ones_go() throws IOException {
        List<String> first = jars("home").classPath();
        for (int build = 2; build <= 6; build++) {
            Files.writeString(shared, "api of build " + build);
            assertThat(jars("home").classPath()).isNotEqualTo(first);
            assertThat(Path.of(jars("home").classPath().get(1))).hasContent("api of build " + build);
        }

        assertThat(Path.of(first.get(0))).doesNotExist();
        try (Stream<Path> copies = Files.list(root.resolve(".gomall/binaries/applications"))) {
            assertThat(copies).hasSize(4);
        }
    }

    @Test
    void says_what_is_not_built() throws IOException {
        Files.delete(built);
        assertThatThrownBy(() -> jars("home").classPath()).hasMessageContaining("provider-stock is not built");
    }

    private ApplicationJars jars(String home) {
        return new ApplicationJars(APPLICATION, new StackFolders(root, root.resolve(".gomall/" + home)));
    }
}
