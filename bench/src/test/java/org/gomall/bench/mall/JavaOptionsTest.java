package org.gomall.bench.mall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaOptionsTest {

    @Test
    void takes_heap_collector_and_compiler_and_leaves_what_belongs_to_one_application() {
        JavaOptions options = JavaOptions.of(List.of(
                "-Dgomall.part=consumer-web@/somewhere",
                "-XX:+UseSerialGC",
                "-Xss512k",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=/somewhere/web.jsa",
                "-XX:AOTCache=/somewhere/web.aot",
                "-Xlog:cds*=off",
                "-Xmx320m",
                "-Duser.home=/somewhere",
                "org.gomall.web.WebApplication",
                "--spring.profiles.active=demo"));

        assertThat(options.toString())
                .isEqualTo("-XX:+UseSerialGC -Xss512k --enable-native-access=ALL-UNNAMED -Xmx320m");
    }
}
