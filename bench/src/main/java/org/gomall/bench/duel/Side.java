package org.gomall.bench.duel;

/**
 * One side of a ratio.
 *
 * @param prepare what has to be switched before each of its slices; often nothing
 */
public record Side(String name, Load load, Runnable prepare) {

    public Side(String name, Load load) {
        this(name, load, () -> {});
    }
}
