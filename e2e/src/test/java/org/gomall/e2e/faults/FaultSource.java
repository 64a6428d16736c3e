package org.gomall.e2e.faults;

import java.util.List;
import org.gomall.e2e.Mall;
import org.gomall.localstack.LocalSystem;

/** Knows faults of one kind. {@code Soak.SOURCES} lists all of them. */
public interface FaultSource {

    /** Arranges what its faults need while the system starts, for example proxies in front of servers. */
    default void prepare(LocalSystem.Builder parts) {}

    /** Every fault of this kind that can happen to a running mall. Drawn from in random order, each any number of times. */
    List<Fault> faults(Mall mall);
}
