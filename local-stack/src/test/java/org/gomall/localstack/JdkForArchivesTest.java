package org.gomall.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkForArchivesTest {

    @TempDir
    Path folder;

    @Test
    void classes_are_archived_from_jdk_24_on() {
        assertThat(ClassArchive.fits(17)).isFalse();
        assertThat(ClassArchive.fits(23)).isFalse();
        assertThat(ClassArchive.fits(24)).isTrue();
    }

    @Test
    void a_server_notes_down_its_classes_only_where_an_archive_is_safe() throws IOException {
        System.setProperty(ClassArchive.WRITES, "true");
        try {
            StackFolders folders = new StackFolders(StackFolders.findRoot(), folder);
            List<String> command =
                    new RocketMqNameServer(folders, 9876).prepare().command();
            assertThat(command.stream().anyMatch(flag -> flag.startsWith("-XX:DumpLoadedClassList=")))
                    .isEqualTo(Runtime.version().feature() >= 24);
        } finally {
            System.clearProperty(ClassArchive.WRITES);
        }
    }
}
