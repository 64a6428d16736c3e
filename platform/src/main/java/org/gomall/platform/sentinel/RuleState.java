package org.gomall.platform.sentinel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which rules of this process are in force, and whether the newest document was refused. Meters
 * {@code gomall.sentinel.rules.version} and {@code gomall.sentinel.rules.bad} (1 while the newest document is not in force),
 * both with tag {@code kind}.
 */
public final class RuleState {

    private final Map<RuleKind, Kind> kinds = new EnumMap<>(RuleKind.class);

    /**
     * The rules of one kind.
     *
     * @param kind flow, degrade, param or system
     * @param version of the document in force; 0 while there is none
     * @param problem what is wrong with the newest document, which is not in force; null when it is
     */
    public record Kind(String kind, long version, String problem) {}

    RuleState(MeterRegistry meters) {
        for (RuleKind kind : RuleKind.values()) {
            kinds.put(kind, new Kind(kind.text(), 0, null));
            Gauge.builder("gomall.sentinel.rules.version", () -> of(kind).version())
                    .description("Version of the rules in force")
                    .tag("kind", kind.text())
                    .register(meters);
            Gauge.builder("gomall.sentinel.rules.bad", () -> of(kind).problem() == null ? 0 : 1)
                    .description("1 while the newest rules are not in force because they are wrong")
                    .tag("kind", kind.text())
                    .register(meters);
        }
    }

    /** All kinds, in their order. */
    public List<Kind> all() {
        return Arrays.stream(RuleKind.values()).map(this::of).toList();
    }

    /** One kind. */
    public synchronized Kind of(RuleKind kind) {
        return kinds.get(kind);
    }

    /** A document is in force; what was wrong with a newer one stays known. */
    synchronized void inForce(RuleKind kind, long version) {
        kinds.put(kind, new Kind(kind.text(), version, of(kind).problem()));
    }

    synchronized void refused(RuleKind kind, String problem) {
        kinds.put(kind, new Kind(kind.text(), of(kind).version(), problem));
    }

    /** The newest document is in force. */
    synchronized void settled(RuleKind kind, long version) {
        kinds.put(kind, new Kind(kind.text(), version, null));
    }
}
