package org.gomall.e2e.faults;

import java.time.Duration;

/**
 * One request.
 *
 * @param start when it was sent, counted from the start of the load
 * @param took until its answer, or until its client gave up
 * @param what the answer in short, if it is a failure; who answered what, if it took long; else empty
 */
public record Sample(Duration start, Kind kind, Outcome outcome, Duration took, String what) {}
