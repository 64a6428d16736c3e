package org.gomall.localstack;

import java.util.List;

/** The servers of a stack, as ends of a {@link Link}. */
public enum Server {
    MARIADB("GOMALL_DB", Ports.MARIADB),
    REDIS("GOMALL_REDIS", Ports.REDIS),
    /** Its clients add a thousand to the port for gRPC. */
    NACOS("GOMALL_NACOS", Ports.NACOS, Ports.NACOS + 1000),
    SEATA("GOMALL_SEATA", Ports.SEATA),
    NAME_SERVER("GOMALL_ROCKETMQ", Ports.NAME_SERVER);

    private final String variable;
    private final List<Integer> ports;

    Server(String variable, Integer... ports) {
        this.variable = variable;
        this.ports = List.of(ports);
    }

    /** The environment variable that tells an application where it is. */
    String variable() {
        return variable;
    }

    /** Default ports; the first one is told to applications, the distance of the others from it is fixed. */
    List<Integer> ports() {
        return ports;
    }
}
