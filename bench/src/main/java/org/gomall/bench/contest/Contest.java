package org.gomall.bench.contest;

import org.gomall.localstack.LocalSystem;

/** Something that {@code ./gomall bench} measures on a running mall. */
public interface Contest {

    /** As on the command line. */
    String name();

    /** What the mall needs for it, before it is started; often nothing. */
    default void prepare(LocalSystem.Builder parts, Hall hall) {}

    /** Measures it and reports to the hall. */
    void run(Hall hall);
}
