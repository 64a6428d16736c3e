package org.gomall.web.ops.deadletters;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Check;
import org.gomall.api.common.Page;
import org.gomall.api.ops.DeadLetterService;
import org.gomall.api.ops.DeadLetterView;
import org.gomall.api.ops.ReplayOutcome;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.PrivilegedAct;
import org.springframework.stereotype.Component;

/** The dead letters of all applications as one list; for the API and the page alike. */
@Component
class DeadLetterOffice {

    private final Map<String, DeadLetterService> byApplication;
    private final AuditLogService audit;
    private final Clock clock;

    DeadLetterOffice(Map<String, DeadLetterService> byApplication, AuditLogService audit, Clock clock) {
        this.byApplication = new TreeMap<>(byApplication);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Letters of several applications.
     *
     * @param missing applications that did not answer
     */
    record Found(Page<DeadLetterView> page, List<String> missing) {}

    List<String> applications() {
        return List.copyOf(byApplication.keySet());
    }

    /**
     * The newest letters first. An application that does not answer is named instead of making everything fail.
     *
     * @param application only of this one, or null
     * @throws BusinessException VALIDATION
     */
    Found list(String application, int page, int size) {
        long depth = (long) page * size;
        Check.fields()
                .paging(page, size)
                .that(depth <= DeadLetterService.MOST, "page", "must not go deeper than " + DeadLetterService.MOST)
                .that(application == null || byApplication.containsKey(application), "application", "is not known")
                .orRefuse();
        List<DeadLetterView> letters = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        long total = 0;
        for (Map.Entry<String, DeadLetterService> each : byApplication.entrySet()) {
            if (application == null || application.equals(each.getKey())) {
                try {
                    Page<DeadLetterView> newest = each.getValue().newest((int) depth);
                    letters.addAll(newest.items());
                    total += newest.total();
                } catch (BusinessException away) {
                    missing.add(each.getKey());
                }
            }
        }
        letters.sort(Comparator.comparing(DeadLetterView::failedAt)
                .thenComparing(DeadLetterView::id)
                .reversed());
        List<DeadLetterView> shown =
                letters.stream().skip(depth - size).limit(size).toList();
        return new Found(new Page<>(shown, page, size, total), missing);
    }

    /**
     * Hands a letter to its handler once more, on record.
     *
     * @param id application and number, for example {@code provider-order:123}
     * @throws BusinessException NOT_FOUND for an application that is not known
     */
    ReplayOutcome replay(ActingUser actor, String id) {
        int colon = id.indexOf(':');
        DeadLetterService service = colon < 0 ? null : byApplication.get(id.substring(0, colon));
        if (service == null || !id.substring(colon + 1).matches("\\d{1,18}")) {
            throw BusinessException.notFound("Dead letter");
        }
        audit.record(PrivilegedAct.of(
                actor, PrivilegedAct.OPS + "dead-letter.replay", "dead-letter:" + id, Map.of(), clock.instant()));
        return service.replay(Long.parseLong(id.substring(colon + 1)));
    }
}
