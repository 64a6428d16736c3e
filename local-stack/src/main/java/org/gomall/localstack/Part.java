package org.gomall.localstack;

import java.time.Duration;
import java.util.List;

/**
 * One process of the stack.
 *
 * @param name unique in the stack, as used on the command line
 * @param kind server or application
 * @param needs names of the parts which have to be ready before this one starts
 * @param ports what it listens on; the first is the one people look at
 * @param stopRank parts of a lower rank are stopped earlier
 * @param startWithin how long a start may take
 * @param recipe how it is started
 */
record Part(
        String name,
        Kind kind,
        List<String> needs,
        List<Integer> ports,
        int stopRank,
        Duration startWithin,
        Recipe recipe) {

    enum Kind {
        SERVER,
        APPLICATION
    }

    int port() {
        return ports.get(0);
    }
}
