package org.gomall.platform.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time that the processes of a system agree on, in the steps that a DATETIME(6) column holds. It begins with the clock
 * of this machine and goes on by the monotonic one, so that nothing happens when somebody sets the machine's clock; and it
 * follows whoever knows better ({@link #follow}, {@link #learn}). See docs/adr/0020.
 */
public final class SharedClock extends Clock {

    /** Less is not worth a step. */
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    /** From here on somebody should look after the machine. */
    private static final Duration ALARMING = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(SharedClock.class);

    private final Clock machine;
    private volatile Anchor anchor;
    private volatile String source = "this machine";
    private boolean following;

    /** Begins with the time of this machine. */
    public SharedClock(Clock machine) {
        this.machine = machine;
        this.anchor = new Anchor(machine.instant(), System.nanoTime());
    }

    /**
     * Takes over the time of the one authority of this process; from then on it does not {@link #learn} from others.
     *
     * @param reference what the authority said
     * @param roundTrip how long it took to say so
     * @param authority its name for people
     */
    public synchronized void follow(Instant reference, Duration roundTrip, String authority) {
        following = true;
        adjust(reference, roundTrip, authority);
    }

    /**
     * Takes over the time that a peer told, in a process without an authority of its own.
     *
     * @return whether it was taken over
     */
    public synchronized boolean learn(Instant reference, Duration roundTrip, String peer) {
        if (!following) {
            adjust(reference, roundTrip, peer);
        }
        return !following;
    }

    /** How far the clock of this machine is ahead of the shared time; negative when it is behind. */
    public Duration machineAhead() {
        return Duration.between(instant(), machine.instant());
    }

    /** Whose time this is. */
    public String source() {
        return source;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Elsewhere(this, zone);
    }

    @Override
    public long millis() {
        return anchor.now().toEpochMilli();
    }

    @Override
    public Instant instant() {
        return anchor.now().truncatedTo(ChronoUnit.MICROS);
    }

    private void adjust(Instant reference, Duration roundTrip, String who) {
        Duration uncertainty = roundTrip.dividedBy(2);
        Duration step = Duration.between(anchor.now(), reference.plus(uncertainty));
        source = who;
        if (step.abs().compareTo(uncertainty.plus(TOLERANCE)) <= 0) {
            return;
        }
        anchor = new Anchor(reference.plus(uncertainty), System.nanoTime());
        Duration ahead = machineAhead();
        if (ahead.abs().compareTo(ALARMING) > 0) {
            log.warn(
                    "the clock of this machine is {} s {} that of {}, whose time is used: set it right",
                    ahead.abs().toSeconds(),
                    ahead.isNegative() ? "behind" : "ahead of",
                    who);
        }
    }

    /** A moment on both clocks. */
    private record Anchor(Instant at, long nanos) {

        Instant now() {
            return at.plusNanos(System.nanoTime() - nanos);
        }
    }

    /** The same time in another zone. */
    private static final class Elsewhere extends Clock {

        private final SharedClock clock;
        private final ZoneId zone;

        Elsewhere(SharedClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Elsewhere(clock, other);
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }
    }
}
