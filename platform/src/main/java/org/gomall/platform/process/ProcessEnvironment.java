package org.gomall.platform.process;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Derives what libraries want to know before any of their classes is loaded: where they may listen and where they may
 * write. Nothing of GoMall writes outside of {@code gomall.home}.
 */
final class ProcessEnvironment implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.containsProperty("gomall.bind")) {
            return;
        }
        checkLogFormat(environment.getProperty("gomall.log.format", "text"));
        Map<String, Object> derived = new LinkedHashMap<>();
        String host = dubboHost(environment.getRequiredProperty("gomall.bind"));
        if (host != null) {
            derived.put("dubbo.protocol.host", host);
        }
        if (environment.containsProperty("management.server.port")) {
            derived.put("management.server.address", environment.getProperty("gomall.bind"));
        }
        derived.put("gomall.instance", instance(environment));
        derived.put("gomall.seata.application", participant(environment));
        environment.getPropertySources().addLast(new MapPropertySource("gomallDerived", derived));
        libraries(environment);
    }

    /**
     * Dubbo takes a loopback address for a mistake: it announces the network address instead and listens everywhere. The
     * same address as one decimal number is taken as it is.
     */
    static String dubboHost(String bind) {
        try {
            InetAddress address = InetAddress.getByName(bind);
            if (address.isAnyLocalAddress()) {
                return null;
            }
            boolean plainLoopback = address.isLoopbackAddress() && address.getAddress().length == Integer.BYTES;
            return plainLoopback
                    ? Integer.toUnsignedString(
                            ByteBuffer.wrap(address.getAddress()).getInt())
                    : bind;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("GOMALL_BIND=" + bind + " is not an address of this machine", e);
        }
    }

    /** Refuses a form of log lines that does not exist, rather than logging nothing. */
    static void checkLogFormat(String format) {
        if (!format.equals("text") && !format.equals("json")) {
            throw new IllegalArgumentException("GOMALL_LOG_FORMAT is " + format + ": it can be text or json");
        }
    }

    /** What tells this process from the others of its application: where it can be reached. */
    private static String instance(ConfigurableEnvironment environment) {
        String bind = environment.getRequiredProperty("gomall.bind");
        String port = environment.getProperty("gomall.dubbo.port", environment.getProperty("server.port", "0"));
        try {
            boolean any = InetAddress.getByName(bind).isAnyLocalAddress();
            return (any ? InetAddress.getLocalHost().getHostName() : bind) + ":" + port;
        } catch (UnknownHostException e) {
            return bind + ":" + port;
        }
    }

    /**
     * Seata's coordinator brings a second phase to any process with the name of the one that took part in the first. Another
     * cell would find no rows: so the cells have names of their own.
     */
    private static String participant(ConfigurableEnvironment environment) {
        String application = environment.getRequiredProperty("spring.application.name");
        String cell = environment.getProperty("gomall.cell", "").strip();
        return cell.isEmpty() || cell.equals("0") ? application : application + "-cell-" + cell;
    }

    private static void libraries(ConfigurableEnvironment environment) {
        Path home = Path.of(environment.getRequiredProperty("gomall.home")).toAbsolutePath();
        String application = environment.getRequiredProperty("spring.application.name");

        setIfAbsent("project.name", application);
        // Spring stops Dubbo. Dubbo's own hook would tell callers at once to stay away, before they know of other
        // instances; it asks before Spring's properties reach Dubbo.
        setIfAbsent("dubbo.shutdownHook.listenIgnore", "true");
        // Nobody asks for the future of a call that waits for its answer itself; Dubbo would make three of each.
        setIfAbsent("future.sync.set", "false");
        // Linux' own way to wait for many connections takes less than the JDK's. Where its library cannot be loaded,
        // Dubbo
        // goes on with the JDK's.
        setIfAbsent("netty.epoll.enable", "true");

        setIfAbsent("csp.sentinel.log.dir", home.resolve("sentinel").resolve(application) + "/");
        setIfAbsent("csp.sentinel.log.use.pid", "false");
        setIfAbsent("csp.sentinel.metric.file.single.size", "4194304");
        setIfAbsent("csp.sentinel.metric.file.total.count", "2");
        setIfAbsent("csp.sentinel.api.port", environment.getProperty("gomall.sentinel.port", "0"));

        String bind = environment.getProperty("GOMALL_SENTINEL_BIND", "127.0.0.1");
        setIfAbsent("gomall.sentinel.bind", bind);
        if (!bind.equals("0.0.0.0")) {
            // Where the dashboard asks: Sentinel would tell it the network address.
            setIfAbsent("csp.sentinel.heartbeat.client.ip", bind);
        }
        String dashboard = environment.getProperty("GOMALL_SENTINEL_DASHBOARD", "");
        if (!dashboard.isBlank()) {
            setIfAbsent("csp.sentinel.dashboard.server", dashboard);
        }

        setIfAbsent("JM.SNAPSHOT.PATH", home.resolve("nacos").toString());
        setIfAbsent("com.alibaba.nacos.naming.cache.dir", home.resolve("nacos").toString());
        setIfAbsent("JM.LOG.PATH", home.resolve("nacos").resolve("logs").toString());
        setIfAbsent("nacos.logging.default.config.enabled", "false");

        setIfAbsent(
                "rocketmq.client.localOffsetStoreDir", home.resolve("rocketmq").toString());
        setIfAbsent("rocketmq.client.rebalance.waitInterval", "5000");
    }

    private static void setIfAbsent(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
