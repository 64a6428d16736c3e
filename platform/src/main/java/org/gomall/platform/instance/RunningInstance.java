package org.gomall.platform.instance;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** This process as others see it. Ports are known as soon as the web servers listen. */
public final class RunningInstance {

    private final Environment environment;
    private final Instant startedAt;

    RunningInstance(Environment environment, Clock clock) {
        this.environment = environment;
        this.startedAt = clock.instant();
    }

    public String application() {
        return environment.getRequiredProperty("spring.application.name");
    }

    /** {@code GOMALL_VERSION}, else the version it was built as. */
    public String version() {
        String built = RunningInstance.class.getPackage().getImplementationVersion();
        return environment.getProperty("gomall.version", built == null ? "development" : built);
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Of a gray release: only requests with the same tag come here; empty for everybody else's. */
    Optional<String> tag() {
        return Optional.ofNullable(environment.getProperty("gomall.tag")).filter(tag -> !tag.isBlank());
    }

    /** The cell whose calls come here; empty where there is but one, or where it does not matter. */
    Optional<String> servedCell() {
        return Optional.ofNullable(environment.getProperty("gomall.cells.serves"))
                .filter(cell -> !cell.isBlank());
    }

    /** Host and port of its Dubbo services, or of its pages when it has none. */
    public String address() {
        return host() + ":" + port();
    }

    /** The address that others reach it by. */
    String host() {
        try {
            InetAddress bound = InetAddress.getByName(environment.getProperty("gomall.bind", "127.0.0.1"));
            return bound.isAnyLocalAddress() ? InetAddress.getLocalHost().getHostAddress() : bound.getHostAddress();
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress().getHostAddress();
        }
    }

    int port() {
        int dubbo = environment.getProperty("dubbo.protocol.port", Integer.class, -1);
        return dubbo > 0 ? dubbo : environment.getProperty("local.server.port", Integer.class, 0);
    }

    /** Where the actuator answers; 0 without one. */
    int managementPort() {
        Integer own = environment.getProperty("local.management.port", Integer.class);
        return own != null ? own : environment.getProperty("local.server.port", Integer.class, 0);
    }
}
