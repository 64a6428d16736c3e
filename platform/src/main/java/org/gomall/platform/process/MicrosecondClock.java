package org.gomall.platform.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** A clock in the steps that a DATETIME(6) column holds, so that what was written equals what is read back. */
final class MicrosecondClock extends Clock {

    private final Clock source;

    MicrosecondClock(Clock source) {
        this.source = source;
    }

    @Override
    public ZoneId getZone() {
        return source.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MicrosecondClock(source.withZone(zone));
    }

    @Override
    public long millis() {
        return source.millis();
    }

    @Override
    public Instant instant() {
        return source.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
