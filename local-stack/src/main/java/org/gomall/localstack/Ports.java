package org.gomall.localstack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ports of one stack: the default port of every part, shifted by one offset. Every further instance of an application
 * is shifted by another hundred.
 *
 * @param offset what is added to each default port
 */
record Ports(int offset) {

    static final int MARIADB = 13306;
    static final int REDIS = 16379;
    static final int NACOS = 8848;
    static final int NACOS_CONSOLE = 8849;
    static final int NACOS_RAFT = 7848;
    static final int SEATA = 8091;
    static final int SEATA_CONSOLE = 7091;
    static final int NAME_SERVER = 9876;
    static final int BROKER = 10911;

    /** The most instances of one application that have ports of their own. */
    static final int INSTANCES = 4;

    /** Linux hands out ports from here on to outgoing connections: a listener there can find its port taken. */
    static final int EPHEMERAL = 32768;

    private static final int HIGHEST_DEFAULT = 20885;
    private static final int INSTANCE_SHIFT = 100;
    private static final int HIGHEST_OFFSET = 65535 - HIGHEST_DEFAULT - (INSTANCES - 1) * INSTANCE_SHIFT;
    private static final int ATTEMPTS = 500;

    Ports {
        if (offset < -6000 || offset > HIGHEST_OFFSET) {
            throw new StackException(
                    "GOMALL_PORT_OFFSET is " + offset + ": it has to be between -6000 and " + HIGHEST_OFFSET + ".");
        }
    }

    int of(int defaultPort) {
        return defaultPort + offset;
    }

    int ofInstance(int defaultPort, int instance) {
        return of(defaultPort) + (instance - 1) * INSTANCE_SHIFT;
    }

    /** An offset at which every port of a whole stack is free and below the ephemeral range. */
    static Ports free() {
        int highest = EPHEMERAL - HIGHEST_DEFAULT - INSTANCES * INSTANCE_SHIFT;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Ports candidate = new Ports(ThreadLocalRandom.current().nextInt(100, highest));
            if (candidate.all().stream().allMatch(Ports::isFree)) {
                return candidate;
            }
        }
        throw new StackException("No block of free ports was found below " + EPHEMERAL + ".");
    }

    /** True when nobody listens on the port, on any address. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private List<Integer> all() {
        List<Integer> ports = new ArrayList<>(List.of(
                of(MARIADB),
                of(REDIS),
                of(NACOS),
                of(NACOS_CONSOLE),
                of(NACOS_RAFT),
                of(NACOS + 1000),
                of(NACOS + 1001)));
        ports.addAll(
                List.of(of(SEATA), of(SEATA_CONSOLE), of(NAME_SERVER), of(BROKER), of(BROKER - 2), of(BROKER + 1)));
        for (Applications.Definition application : Applications.DEFINITIONS) {
            for (int instance = 1; instance <= INSTANCES; instance++) {
                for (int port : application.defaultPorts()) {
                    ports.add(ofInstance(port, instance));
                }
            }
        }
        return ports;
    }
}
