package org.gomall.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.PropertyKeyConst;
import com.alibaba.nacos.api.config.ConfigService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.sample.SampleTest;
import org.gomall.platform.test.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@SampleTest
class LiveConfigTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String SETTINGS = "platform-sample.properties";

    @Autowired
    private LiveSettings settings;

    @Autowired
    private LiveDocument documents;

    @Value("${gomall.nacos.address}")
    private String nacosAddress;

    @Value("${gomall.nacos.namespace}")
    private String namespace;

    @Test
    void settings_change_while_the_process_runs_and_bad_values_do_not_count() {
        AtomicInteger changes = new AtomicInteger();
        settings.onChange(changes::incrementAndGet);
        assertThat(settings.duration("sample.timeout", Duration.ofMinutes(30))).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.text("spring.application.name", "none")).isEqualTo("platform-sample");

        documents.publish("GOMALL", SETTINGS, "sample.timeout=5s\nsample.limit=7\nsample.flag=true\n");
        Eventually.within(SOON, () -> assertThat(settings.duration("sample.timeout", Duration.ofMinutes(30)))
                .isEqualTo(Duration.ofSeconds(5)));
        assertThat(settings.number("sample.limit", 1)).isEqualTo(7);
        assertThat(settings.flag("sample.flag", false)).isTrue();
        assertThat(changes).hasPositiveValue();

        documents.publish(
                "GOMALL", SETTINGS, "sample.timeout=soon\nsample.limit=many\nsample.flag=maybe\nsample.seen=1\n");
        Eventually.within(
                SOON, () -> assertThat(settings.number("sample.seen", 0)).isEqualTo(1));
        assertThat(settings.duration("sample.timeout", Duration.ofMinutes(30))).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.number("sample.limit", 1)).isEqualTo(7);
        assertThat(settings.flag("sample.flag", false)).isTrue();
    }

    @Test
    void a_document_that_its_reader_refuses_does_not_stop_the_next_one() {
        List<String> seen = new CopyOnWriteArrayList<>();
        publishAndAwait("picky.json", "good 1");
        documents.watch("GOMALL", "picky.json", text -> {
            if (text.startsWith("bad")) {
                throw new IllegalArgumentException("no");
            }
            seen.add(text);
        });
        assertThat(seen).containsExactly("good 1");

        publishAndAwait("picky.json", "bad 2");
        documents.publish("GOMALL", "picky.json", "good 3");

        Eventually.within(SOON, () -> assertThat(seen).containsExactly("good 1", "good 3"));
    }

    @Test
    void of_two_editors_the_slower_one_is_told() {
        assertThat(documents.read("GOMALL", "edited.json")).isEmpty();
        assertThat(documents.publishIf("GOMALL", "edited.json", "", "v1")).isTrue();
        Eventually.within(
                SOON, () -> assertThat(documents.read("GOMALL", "edited.json")).contains("v1"));

        assertThat(documents.publishIf("GOMALL", "edited.json", "v1", "v2")).isTrue();
        assertThat(documents.publishIf("GOMALL", "edited.json", "v1", "v2 of the other"))
                .isFalse();
        Eventually.within(
                SOON, () -> assertThat(documents.read("GOMALL", "edited.json")).contains("v2"));
    }

    @Test
    void without_nacos_the_last_known_document_is_in_force(@TempDir Path saved) throws Exception {
        publishAndAwait("kept.json", "known");
        ConfigService present = service(nacosAddress);
        new NacosDocuments(present, saved, 2_000).watch("GOMALL", "kept.json", text -> {});
        present.shutDown();

        ConfigService absent = service("127.0.0.1:9");
        NacosDocuments alone = new NacosDocuments(absent, saved, 500);
        List<String> seen = new CopyOnWriteArrayList<>();
        long begun = System.nanoTime();
        alone.watch("GOMALL", "kept.json", seen::add);
        alone.watch("GOMALL", "never-seen.json", seen::add);

        assertThat(seen).containsExactly("known");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        BusinessException fault =
                catchThrowableOfType(BusinessException.class, () -> alone.publish("GOMALL", "kept.json", "new"));
        assertThat(fault.error()).isEqualTo(ErrorCode.UNAVAILABLE);
        absent.shutDown();
    }

    @Test
    void a_document_that_nacos_has_lost_is_put_back() throws Exception {
        publishAndAwait("lost.json", "by ops");
        List<String> seen = new CopyOnWriteArrayList<>();
        documents.watch("GOMALL", "lost.json", seen::add);

        ConfigService other = service(nacosAddress);
        other.removeConfig("lost.json", "GOMALL");
        other.shutDown();

        Eventually.within(
                SOON, () -> assertThat(documents.read("GOMALL", "lost.json")).contains("by ops"));
        assertThat(seen).containsExactly("by ops");
    }

    /** Nacos hands a new version out a moment after it has taken it. */
    private void publishAndAwait(String dataId, String content) {
        documents.publish("GOMALL", dataId, content);
        Eventually.within(
                SOON, () -> assertThat(documents.read("GOMALL", dataId)).contains(content));
    }

    private ConfigService service(String address) throws Exception {
        Properties properties = new Properties();
        properties.setProperty(PropertyKeyConst.SERVER_ADDR, address);
        properties.setProperty(PropertyKeyConst.NAMESPACE, namespace);
        return NacosFactory.createConfigService(properties);
    }
}
