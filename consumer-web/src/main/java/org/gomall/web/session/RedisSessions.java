package org.gomall.web.session;

import cn.dev33.satoken.dao.SaTokenDao;
import cn.dev33.satoken.dao.SaTokenDaoForRedisson;
import java.time.Duration;
import java.util.Arrays;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.BaseConfig;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.redisson.config.ReadMode;
import org.redisson.config.SubscriptionMode;
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
    RedissonClient redisson(
            @Value("${gomall.redis.address}") String address, @Value("${gomall.redis.password:}") String password) {
        return Redisson.create(configured(address, password));
    }

    /** One address is a server of its own; several, with commas between them, are members of a cluster, which tells the others. */
    static Config configured(String address, String password) {
        Config config = new Config();
        config.setThreads(THREADS);
        config.setNettyThreads(THREADS);
        config.setCodec(StringCodec.INSTANCE);
        if (!password.isBlank()) {
            config.setPassword(password);
        }
        // The web starts, browses and sells to guests while Redis is away.
        config.setLazyInitialization(true);
        BaseConfig<?> servers = address.contains(",") ? cluster(config, address) : single(config, address);
        servers.setConnectTimeout(CONNECT_MS);
        servers.setTimeout(COMMAND_MS);
        servers.setRetryAttempts(1);
        servers.setRetryDelay(new ConstantDelay(RETRY_DELAY));
        servers.setReconnectionDelay(new ConstantDelay(RECONNECT_DELAY));
        servers.setPingConnectionInterval(PING_MS);
        return config;
    }

    private static BaseConfig<?> single(Config config, String address) {
        return config.useSingleServer()
                .setAddress("redis://" + address)
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(CONNECTIONS)
                .setSubscriptionConnectionMinimumIdleSize(0)
                .setSubscriptionConnectionPoolSize(1);
    }

    /** Masters are asked only: a session that has just ended must not live on in a copy. */
    private static BaseConfig<?> cluster(Config config, String addresses) {
        return config.useClusterServers()
                .addNodeAddress(Arrays.stream(addresses.split(","))
                        .map(address -> "redis://" + address.strip())
                        .toArray(String[]::new))
                .setReadMode(ReadMode.MASTER)
                .setSubscriptionMode(SubscriptionMode.MASTER)
                .setMasterConnectionMinimumIdleSize(1)
                .setMasterConnectionPoolSize(CONNECTIONS)
                .setSlaveConnectionMinimumIdleSize(0)
                .setSubscriptionConnectionMinimumIdleSize(0)
                .setSubscriptionConnectionPoolSize(1);
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
