package org.gomall.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that looks into a buffer plays the broker. */
class OpeningJarTest {

    private static final String PEEK = "public class Peek { public static void main(String[] args) throws Exception {"
            + " java.nio.Buffer.class.getDeclaredField(\"address\").setAccessible(true);"
            + " System.out.println(args[0]); } }";

    @TempDir
    Path folder;

    private StackFolders folders;
    private Path library;

    @BeforeEach
    void write() throws IOException {
        System.setProperty(ClassArchive.WRITES, "true");
        folders = new StackFolders(StackFolders.findRoot(), folder.resolve("home"));
        Path source = Files.writeString(folder.resolve("Peek.java"), PEEK);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
                .isZero();
        library = folder.resolve("peek.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(library))) {
            out.putNextEntry(new JarEntry("Peek.class"));
            Files.copy(folder.resolve("Peek.class"), out);
        }
    }

    @AfterEach
    void readOnly() {
        System.clearProperty(ClassArchive.WRITES);
    }

    @Test
    void what_it_opens_is_open_to_the_program() throws Exception {
        assertThat(new Program(List.of("java.base/java.nio")).run().exitValue()).isZero();
        assertThat(new Program(List.of("java.base/java.util")).run().exitValue())
                .isNotZero();
    }

    @Test
    void its_program_starts_from_an_archive_of_its_classes() throws Exception {
        assumeThat(ClassArchive.fits(Runtime.version().feature())).isTrue();
        Program program = new Program(List.of("java.base/java.nio"));
        program.run();
        assertThat(program.fromArchive()).isFalse();

        new ArchiveWriter(() -> List.of(program), folders.log("class-archives")).writeMissing();

        assertThat(program.run().exitValue()).isZero();
        assertThat(program.fromArchive()).isTrue();
    }

    @Test
    void is_written_once_and_anew_when_a_library_changes() throws IOException {
        Path first = jar(List.of());
        FileTime written = Files.getLastModifiedTime(first);
        assertThat(jar(List.of())).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(written);

        Files.setLastModifiedTime(library, FileTime.fromMillis(0));

        assertThat(jar(List.of())).isNotEqualTo(first).exists();
    }

    private Path jar(List<String> opened) throws IOException {
        return new OpeningJar("Peek", library.toString(), opened, List.of()).in(folders.binaries());
    }

    private final class Program extends JvmRecipe {

        private final List<String> opened;
        private final Path loaded = folder.resolve("loaded.log");

        Program(List<String> opened) {
            this.opened = opened;
        }

        @Override
        JavaCommand command() throws IOException {
            return new JavaCommand("peek", folders)
                    .flag("-Xlog:class+load:file=" + loaded.getFileName())
                    .runJar(jar(opened), "an argument")
                    .archivedAs("peek");
        }

        @Override
        public String marker() {
            return JavaCommand.marker("peek", folders);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        Process run() throws IOException, InterruptedException {
            Process process = prepare()
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            if (process.exitValue() == 0) {
                assertThat(output).isEqualToIgnoringNewLines("an argument");
            }
            return process;
        }

        boolean fromArchive() throws IOException {
            return Files.readAllLines(loaded).stream()
                    .filter(line -> line.contains(" Peek source: "))
                    .findFirst()
                    .orElseThrow()
                    .contains("shared objects file");
        }
    }
}
