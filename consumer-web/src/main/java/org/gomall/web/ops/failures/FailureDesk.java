package org.gomall.web.ops.failures;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Check;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.config.LiveDocument;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Switches failures on and off: lines of the applications' live settings in Nacos, which hold within a second. Only in
 * demonstrations; elsewhere nothing here exists.
 */
@Component
public class FailureDesk {

    private static final String GROUP = "GOMALL";
    private static final Profiles DEMO = Profiles.of("demo", "test-control");

    private final LiveDocument documents;
    private final AuditLogService audit;
    private final Clock clock;
    private final boolean open;

    /** What Nacos has pushed: it shows readers a change a moment after it has taken it. */
    private final Map<String, String> current = new ConcurrentHashMap<>();

    FailureDesk(LiveDocument documents, AuditLogService audit, Clock clock, Environment environment) {
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
        this.open = environment.acceptsProfiles(DEMO);
        if (open) {
            Failure.applications()
                    .forEach(application ->
                            documents.watch(GROUP, document(application), text -> current.put(application, text)));
        }
    }

    boolean isOpen() {
        return open;
    }

    /** The failures that are switched on now; none outside of demonstrations. */
    public List<Switch> on() {
        return open ? switches().stream().filter(Switch::isOn).toList() : List.of();
    }

    /**
     * A failure and how much of it there is now.
     *
     * @param unit percent or millis
     * @param value 0 when it is off
     */
    public record Switch(String failure, String application, String unit, long value, long most) {

        private boolean isOn() {
            return value > 0;
        }
    }

    /** All failures there are. */
    List<Switch> switches() {
        mustBeOpen();
        return Arrays.stream(Failure.values())
                .map(failure -> new Switch(
                        failure.key(),
                        failure.application(),
                        failure.unit().name().toLowerCase(java.util.Locale.ROOT),
                        SettingsText.number(text(failure.application()), failure.setting()),
                        failure.most()))
                .toList();
    }

    /**
     * Sets the failures that are named and leaves the others, on record. Safe to repeat.
     *
     * @throws BusinessException NOT_FOUND outside of demonstrations; VALIDATION with the failures that are wrong; CONFLICT when
     *     somebody else was faster; UNAVAILABLE when Nacos does not take it
     */
    List<Switch> set(ActingUser actor, Map<String, Long> values) {
        mustBeOpen();
        Check check = Check.fields().that(values != null && !values.isEmpty(), "failures", "must not be empty");
        check.orRefuse();
        values.forEach((key, value) -> check.that(Failure.of(key).isPresent(), key, "is not known")
                .range(value, 0, Failure.of(key).map(Failure::most).orElse(0L), key));
        check.orRefuse();
        Map<String, Map<String, Long>> byApplication = new TreeMap<>();
        Map<String, String> details = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            Failure failure = Failure.of(key).orElseThrow();
            byApplication
                    .computeIfAbsent(failure.application(), any -> new HashMap<>())
                    .put(failure.setting(), value);
            details.put(key, Long.toString(value));
        });
        audit.record(PrivilegedAct.of(actor, PrivilegedAct.OPS + "failures.set", "failures", details, clock.instant()));
        byApplication.forEach(this::publish);
        return switches();
    }

    /** Switches all failures off, on record. */
    List<Switch> reset(ActingUser actor) {
        Map<String, Long> off = new LinkedHashMap<>();
        Arrays.stream(Failure.values()).forEach(failure -> off.put(failure.key(), 0L));
        return set(actor, off);
    }

    private void publish(String application, Map<String, Long> settings) {
        String before = text(application);
        String after = SettingsText.with(before, settings);
        if (after.equals(before)) {
            return;
        }
        if (!documents.publishIf(GROUP, document(application), before, after)) {
            String stored = documents.read(GROUP, document(application)).orElse("");
            after = SettingsText.with(stored, settings);
            if (!documents.publishIf(GROUP, document(application), stored, after)) {
                throw new BusinessException(ErrorCode.CONFLICT);
            }
        }
        current.put(application, after);
    }

    private String text(String application) {
        return current.getOrDefault(application, "");
    }

    private void mustBeOpen() {
        if (!open) {
            throw BusinessException.notFound("Failures");
        }
    }

    private static String document(String application) {
        return application + ".properties";
    }
}
