package org.gomall.localstack;

/** Where a server listens. Everything in the local stack is on loopback. */
public record Address(String host, int port) {

    static Address loopback(int port) {
        return new Address("127.0.0.1", port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
