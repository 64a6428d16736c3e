package org.gomall.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NacosPublisherTest {

    @TempDir
    Path folder;

    private final String group = "LOCAL_STACK_" + System.nanoTime();
    private final List<String> reports = new ArrayList<>();
    private NacosPublisher publisher;
    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        Path files = Files.createDirectories(folder.resolve("nacos-config").resolve(group));
        file = files.resolve("rules.json");
        Files.writeString(file, "{\"qps\": 1, \"note\": \"一 & 二 = 三\"}\n");
        publisher = new NacosPublisher(
                TestStack.shared().nacos(), folder.resolve("nacos-config"), folder.resolve("published.properties"));
    }

    @Test
    void publishes_what_is_missing() throws IOException {
        publisher.publishAll(reports::add);

        assertThat(inNacos()).contains(NacosPublisher.md5(Files.readString(file)));
        assertThat(reports).isEmpty();
    }

    @Test
    void replaces_what_nobody_has_touched_since() throws IOException {
        publisher.publishAll(reports::add);
        Files.writeString(file, "{\"qps\": 2}");

        publisher.publishAll(reports::add);

        assertThat(inNacos()).contains(NacosPublisher.md5("{\"qps\": 2}"));
        assertThat(reports).isEmpty();
    }

    @Test
    void keeps_what_was_changed_in_nacos_and_says_so() throws IOException {
        publisher.publishAll(reports::add);
        publisher.write(group, "rules.json", "{\"qps\": 99}");
        Files.writeString(file, "{\"qps\": 3}");

        publisher.publishAll(reports::add);

        assertThat(inNacos()).contains(NacosPublisher.md5("{\"qps\": 99}"));
        assertThat(reports)
                .singleElement()
                .asString()
                .contains(group + "/rules.json")
                .contains("kept");
    }

    @Test
    void keeps_what_was_there_before_the_first_publication() throws IOException {
        publisher.write(group, "rules.json", "{\"qps\": 98}");

        publisher.publishAll(reports::add);

        assertThat(inNacos()).contains(NacosPublisher.md5("{\"qps\": 98}"));
        assertThat(reports).hasSize(1);
    }

    @Test
    void leaves_what_nacos_has_lost_to_whoever_still_has_it() throws Exception {
        publisher.publishAll(reports::add);
        remove();
        Thread application = new Thread(() -> {
            try {
                Thread.sleep(1_000);
                publisher.write(group, "rules.json", "{\"qps\": 97}");
            } catch (IOException | InterruptedException e) {
                reports.add(e.toString());
            }
        });
        application.start();

        publisher.publishAll(reports::add);

        application.join();
        assertThat(inNacos()).contains(NacosPublisher.md5("{\"qps\": 97}"));
    }

    private void remove() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create("http://"
                        + TestStack.shared().nacos() + "/nacos/v3/admin/cs/config?dataId=rules.json&groupName=" + group)
                .toURL()
                .openConnection();
        connection.setRequestMethod("DELETE");
        assertThat(connection.getResponseCode()).isEqualTo(200);
        assertThat(inNacos()).isEmpty();
    }

    private Optional<String> inNacos() throws IOException {
        return publisher.fingerprint(group, "rules.json");
    }
}
