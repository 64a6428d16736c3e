package org.gomall.web.session;

import cn.dev33.satoken.dao.SaTokenDao;
import cn.dev33.satoken.dao.SaTokenDaoForRedisson;
import java.time.Duration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Redis client that sessions live behind: few threads, few connections, and short patience. */
@Configuration(proxyBeanMethods = false)
class RedisSessions {

    private static final int THREADS = 4;
    private static final int CONNECTIONS = 24;
    private static final int CONNECT_MS = 500;

    /** Together with the one repetition less than a second: so long does the first request wait for a Redis that is away. */
    private static final int COMMAND_MS = 400;

    private static final int PING_MS = 10_000;
    private static final Duration RETRY_DELAY = Duration.ofMillis(50);
    private static final Duration RECONNECT_DELAY = Duration.ofMillis(500);

    @Bean(destroyMethod = "shutdown")
    RedissonClient redisson(@Value("${gomall.redis.address}") String address) {
        Config config = new Config();
        config.setThreads(THREADS);
        config.setNettyThreads(THREADS);
        config.setCodec(StringCodec.INSTANCE);
        // The web starts, browses and sells to guests while Redis is away.
        config.setLazyInitialization(true);
        config.useSingleServer()
                .setAddress("redis://" + address)
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(CONNECTIONS)
                .setSubscriptionConnectionMinimumIdleSize(0)
                .setSubscriptionConnectionPoolSize(1)
                .setConnectTimeout(CONNECT_MS)
                .setTimeout(COMMAND_MS)
                .setRetryAttempts(1)
                .setRetryDelay(new ConstantDelay(RETRY_DELAY))
                .setReconnectionDelay(new ConstantDelay(RECONNECT_DELAY))
                .setPingConnectionInterval(PING_MS);
        return Redisson.create(config);
    }

    /** Without this bean Sa-Token would quietly keep its sessions in memory. */
    @Bean
    SaTokenDao saTokenDao(RedissonClient redisson) {
        return new SaTokenDaoForRedisson(redisson);
    }

    @Bean
    SessionStore sessionStore(SaTokenDao dao, RedissonClient redisson) {
        return new SaTokenSessions(dao, redisson);
    }
}
