package org.gomall.bench.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.csp.sentinel.Constants;
import com.alibaba.csp.sentinel.init.InitFunc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentinelOffTest {

    @TempDir
    private Path folder;

    @Test
    void the_agent_names_itself_and_what_sentinel_has_to_run() throws Exception {
        String option = SentinelOff.option(folder);

        Path jar = Path.of(option.substring("-javaagent:".length()));
        try (JarFile file = new JarFile(jar.toFile());
                URLClassLoader alone =
                        new URLClassLoader(new URL[] {jar.toUri().toURL()}, InitFunc.class.getClassLoader())) {
            assertThat(file.getManifest().getMainAttributes().getValue("Premain-Class"))
                    .isEqualTo(SentinelOff.class.getName());
            assertThat(file.getEntry("org/gomall/bench/sentinel/SentinelOff.class"))
                    .isNotNull();
            URL service = alone.findResource("META-INF/services/" + InitFunc.class.getName());
            assertThat(new String(service.openStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(SentinelOff.class.getName());
        }
    }

    @Test
    void throws_the_main_switch() {
        try {
            new SentinelOff().init();

            assertThat(Constants.ON).isFalse();
        } finally {
            Constants.ON = true;
        }
    }
}
