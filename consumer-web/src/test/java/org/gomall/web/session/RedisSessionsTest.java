package org.gomall.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.redisson.config.Config;

class RedisSessionsTest {

    @Test
    void one_address_is_a_server() {
        Config config = RedisSessions.configured("redis:6379", "");

        assertThat(config.isClusterConfig()).isFalse();
        assertThat(config.useSingleServer().getAddress()).isEqualTo("redis://redis:6379");
        assertThat(config.getPassword()).isNull();
    }

    @Test
    void several_are_a_cluster_whose_masters_are_asked() throws IOException {
        Config config = RedisSessions.configured("redis-0:6379, redis-1:6379", "secret");

        assertThat(config.isClusterConfig()).isTrue();
        assertThat(config.toYAML())
                .contains("redis://redis-0:6379")
                .contains("redis://redis-1:6379")
                .contains("readMode: \"MASTER\"");
        assertThat(config.getPassword()).isEqualTo("secret");
    }
}
