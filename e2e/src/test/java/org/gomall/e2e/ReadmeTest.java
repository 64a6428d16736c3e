package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README promises nothing without naming the test that proves it, and every link in it leads somewhere. */
class ReadmeTest {

    private final Path root = Project.root();

    @Test
    void every_capability_names_a_test_that_exists() throws IOException {
        List<String> rows = Files.readAllLines(root.resolve("README.md")).stream()
                .dropWhile(line -> !line.startsWith("## What it can do"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("|") && !line.startsWith("|--") && !line.startsWith("| Capability"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(15);
        for (String row : rows) {
            assertThat(row).matches(".*\\]\\([a-z0-9/-]+/src/test/java/[A-Za-z0-9/]+Test\\.java\\).*");
        }
    }

    @Test
    void every_link_leads_to_a_file() throws IOException {
        Matcher links = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)")
                .matcher(Files.readString(root.resolve("README.md")));
        while (links.find()) {
            assertThat(root.resolve(links.group(1))).exists();
        }
    }
}
