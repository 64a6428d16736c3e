package org.gomall.platform.dubbo;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.gomall.platform.dubbo.CallSignature.Call;
import org.gomall.platform.process.SharedClock;
import org.gomall.platform.process.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs what this process calls, and tells whether an incoming call is one of ours. Dubbo's own authentication (service.auth)
 * is not enough: it accepts a recorded call for ever, and its keys are parameters of the address that everybody reads in
 * Nacos.
 */
final class CallAuthentication {

    /** The attachment: caller, epoch milliseconds, nonce and signature, with colons between. */
    static final String ATTACHMENT = "gomall-caller";

    /** What comes back with a call whose time is wrong: the callee's epoch milliseconds, and a signature over them. */
    static final String TIME = "gomall-time";

    static final long WINDOW_MILLIS = 60_000;

    private static final Logger log = LoggerFactory.getLogger(CallAuthentication.class);
    private static final Throttle LINES = new Throttle();
    private static final int PARTS = 4;
    private static final int MOST_CHARACTERS = 200;

    /** Ways around the declared methods of a service; none of our callers uses them. */
    private static final Set<String> WAYS_AROUND = Set.of("$invoke", "$invokeAsync", "$echo");

    private final String self;
    private final CallSignature signature;
    private final KnownCallers callers;
    private final Clock clock;
    private final SeenCalls seen = new SeenCalls();

    CallAuthentication(String self, CallSignature signature, KnownCallers callers, Clock clock) {
        this.self = self;
        this.signature = signature;
        this.callers = callers;
        this.clock = clock;
    }

    /** Why a call is refused. */
    enum Refusal {
        GENERIC,
        UNSIGNED,
        UNKNOWN_CALLER,
        FORGED,
        EXPIRED,
        REPLAYED,
        NOT_ALLOWED
    }

    /** The attachment of a call that this process makes now. */
    String sign(String service, String method, String parameters) {
        long millis = clock.millis();
        long nonce = ThreadLocalRandom.current().nextLong();
        String proof = signature.of(new Call(self, service, method, parameters, millis, nonce));
        return self + ':' + millis + ':' + nonce + ':' + proof;
    }

    /** What a callee tells a caller whose signature is good but whose time is not: its own time, signed for this call. */
    String time(String service, String method, String parameters, String attachment) {
        long millis = clock.millis();
        return millis + ":" + signature.of(timeOf(service, method, parameters, attachment, millis));
    }

    /**
     * Sets the clock of this process after a callee has refused a call because of its time.
     *
     * @param attachment what the refused call was signed with
     * @param told what came back
     * @return whether the call is worth another attempt
     */
    boolean learn(
            String service, String method, String parameters, String attachment, String told, Duration roundTrip) {
        String[] parts = told.split(":", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,15}") || !(clock instanceof SharedClock shared)) {
            return false;
        }
        long millis = Long.parseLong(parts[0]);
        return signature.proves(timeOf(service, method, parameters, attachment, millis), parts[1])
                && shared.learn(Instant.ofEpochMilli(millis), roundTrip, "who is called");
    }

    /** Bound to the one call by its nonce, so that nobody can set clocks with an old answer. */
    private static Call timeOf(String service, String method, String parameters, String attachment, long millis) {
        long nonce = Long.parseLong(attachment.split(":", PARTS)[2]);
        return new Call(TIME, service, method, parameters, millis, nonce);
    }

    /** Empty when the call may go on. */
    Optional<Refusal> refusal(String service, String method, String parameters, String attachment) {
        if (WAYS_AROUND.contains(method)) {
            return Optional.of(Refusal.GENERIC);
        }
        if (attachment == null) {
            return Optional.of(Refusal.UNSIGNED);
        }
        String[] parts = attachment.length() > MOST_CHARACTERS ? new String[0] : attachment.split(":", PARTS);
        if (parts.length != PARTS) {
            return Optional.of(Refusal.FORGED);
        }
        String caller = parts[0];
        if (!callers.isKnown(caller)) {
            return Optional.of(Refusal.UNKNOWN_CALLER);
        }
        long millis;
        long nonce;
        try {
            millis = Long.parseLong(parts[1]);
            nonce = Long.parseLong(parts[2]);
        } catch (NumberFormatException e) {
            return Optional.of(Refusal.FORGED);
        }
        if (!signature.proves(new Call(caller, service, method, parameters, millis, nonce), parts[3])) {
            return Optional.of(Refusal.FORGED);
        }
        long now = clock.millis();
        if (millis < now - WINDOW_MILLIS || millis > now + WINDOW_MILLIS) {
            return Optional.of(Refusal.EXPIRED);
        }
        if (!seen.isNew(nonce)) {
            return Optional.of(Refusal.REPLAYED);
        }
        return callers.mayCall(caller, service) ? Optional.empty() : Optional.of(Refusal.NOT_ALLOWED);
    }

    /** Counts the refusal ({@code gomall.dubbo.refused}), and tells the log once a second. */
    static void report(Refusal refusal, String service, String method, String attachment, String from) {
        String reason = refusal.name().toLowerCase(Locale.ROOT);
        Metrics.counter("gomall.dubbo.refused", "reason", reason).increment();
        if (LINES.allows(reason + service)) {
            log.warn(
                    "call {}.{} from {} refused: {}, claims to be {}",
                    service,
                    printable(method),
                    from,
                    reason,
                    attachment == null ? "nobody" : printable(attachment.split(":", 2)[0]));
        }
    }

    private static String printable(String text) {
        String safe = text.replaceAll("[^A-Za-z0-9_$.-]", "?");
        return safe.length() > 64 ? safe.substring(0, 64) : safe;
    }
}
