package org.gomall.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
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

/** A program of one class plays the application. Runs on JDKs that have archives. */
class ClassArchiveTest {

    private static final String KIND = "hello";

    @TempDir
    Path folder;

    private StackFolders folders;
    private Path jar;

    @BeforeEach
    void write() throws IOException {
        assumeThat(ClassArchive.fits(Runtime.version().feature())).isTrue();
        System.setProperty(ClassArchive.WRITES, "true");
        folders = new StackFolders(StackFolders.findRoot(), folder.resolve("home with spaces"));
        jar = jar("Hello", "hello.jar");
    }

    @AfterEach
    void readOnly() {
        System.clearProperty(ClassArchive.WRITES);
    }

    @Test
    void the_first_process_notes_its_classes_and_the_next_one_takes_them_from_the_archive() throws Exception {
        Program program = new Program();
        assertThat(program.run()).isFalse();
        assertThat(program.archiveToWrite()).isPresent();

        archives(program).writeMissing();

        assertThat(program.archiveToWrite()).isEmpty();
        assertThat(program.run()).isTrue();
        assertThat(program.archiveToWrite()).isEmpty();
        assertThat(new Program().run()).as("another instance").isTrue();
    }

    @Test
    void a_changed_class_path_has_an_archive_of_its_own_which_replaces_the_old_one() throws Exception {
        Program program = new Program();
        program.run();
        archives(program).writeMissing();
        Path old = archiveFiles().get(0);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));

        assertThat(program.run()).isFalse();
        archives(program).writeMissing();

        assertThat(program.run()).isTrue();
        assertThat(archiveFiles()).hasSize(1).doesNotContain(old);
    }

    @Test
    void other_flags_and_another_order_of_jars_are_other_archives() throws IOException {
        String first = jar.toString();
        String second = jar("Other", "other.jar").toString();
        assertThat(List.of(
                        archive(List.of(first, second), List.of()),
                        archive(List.of(second, first), List.of()),
                        archive(List.of(first, second), List.of("-XX:+UseCompactObjectHeaders"))))
                .doesNotHaveDuplicates();
        assertThat(archive(List.of(first + File.pathSeparator + second), List.of()))
                .isEqualTo(archive(List.of(first, second), List.of()))
                .contains("hello-jdk" + Runtime.version().feature() + "-");
    }

    @Test
    void folders_of_classes_have_none() {
        assertThat(ClassArchive.of(KIND, folder.resolve("noted"), List.of(folder.toString()), List.of(), folders))
                .isEmpty();
    }

    @Test
    void a_broken_archive_keeps_nothing_from_starting() throws Exception {
        Program program = new Program();
        program.run();
        archives(program).writeMissing();
        Files.writeString(archiveFiles().get(0), "this is no archive");

        assertThat(program.run()).isFalse();
    }

    @Test
    void the_attempt_after_a_failed_start_does_without_and_its_archive_replaces_the_suspicious_one() throws Exception {
        Program program = new Program();
        program.run();
        archives(program).writeMissing();

        program.startFailed();
        assertThat(program.run()).isFalse();
        assertThat(program.archiveToWrite()).isPresent();

        program.startFailed();
        assertThat(program.run()).isTrue();
    }

    @Test
    void a_stack_that_belongs_to_a_test_reads_archives_and_writes_none() throws Exception {
        readOnly();
        Program program = new Program();
        assertThat(program.run()).isFalse();
        assertThat(program.archiveToWrite()).isEmpty();

        write();
        program.run();
        archives(program).writeMissing();
        readOnly();
        assertThat(program.run()).isTrue();
    }

    private String archive(List<String> classPath, List<String> flags) {
        return ClassArchive.of(KIND, folder.resolve("noted"), classPath, flags, folders)
                .orElseThrow()
                .using()
                .get(0);
    }

    private ArchiveWriter archives(Recipe recipe) {
        return new ArchiveWriter(() -> List.of(recipe), folders.log("class-archives"));
    }

    private List<Path> archiveFiles() throws IOException {
        try (var files = Files.list(folders.binaries().resolve("class-archives"))) {
            return files.toList();
        }
    }

    /** A jar with one class that says its name. Written once: its time is part of what an archive is for. */
    private Path jar(String name, String file) throws IOException {
        Path target = folder.resolve(file);
        if (Files.exists(target)) {
            return target;
        }
        Path source = Files.writeString(
                folder.resolve(name + ".java"),
                "public class " + name + " { public static void main(String[] args) { Runnable say = () -> "
                        + "System.out.println(\"" + name + "\"); say.run(); } }");
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());
        assertThat(result).isZero();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target))) {
            out.putNextEntry(new JarEntry(name + ".class"));
            Files.copy(folder.resolve(name + ".class"), out);
        }
        return target;
    }

    private final class Program extends JvmRecipe {

        private final Path loaded = folder.resolve("loaded.log");

        @Override
        JavaCommand command() {
            return new JavaCommand(KIND, folders)
                    .flag("-Xlog:class+load:file=" + loaded.getFileName())
                    .run(List.of(jar.toString()), "Hello")
                    .archivedAs(KIND);
        }

        @Override
        public String marker() {
            return JavaCommand.marker(KIND, folders);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        /** Runs it to its end, and tells whether its class came out of an archive. */
        boolean run() throws IOException, InterruptedException {
            Process process = prepare()
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(output).isEqualToIgnoringNewLines("Hello");
            assertThat(process.exitValue()).isZero();
            return Files.readAllLines(loaded).stream()
                    .filter(line -> line.contains(" Hello source: "))
                    .findFirst()
                    .orElseThrow()
                    .contains("shared objects file");
        }
    }
}
