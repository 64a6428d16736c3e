package org.gomall.web.security;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Check;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.config.LiveDocument;
import org.gomall.web.session.SessionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Changes the access rules of all instances; for the API and the page alike. */
@Component
class AccessRulesDesk {

    private static final Logger LOG = LoggerFactory.getLogger(AccessRulesDesk.class);
    private static final int MOST_ENTRIES = 1_000;
    private static final int LONGEST_ENTRY = 255;

    /** Closed to guests, these would let nobody in any more. */
    private static final List<String> LOGIN = List.of("POST:/api/auth/login", "GET:/login", "POST:/login");

    private final LiveAccessRules live;
    private final LiveDocument documents;
    private final Routes routes;
    private final SessionStore sessions;
    private final AuditLogService audit;
    private final Clock clock;

    // Lazy, because the filter (which knows the rules) is made before Dubbo has read its configuration.
    AccessRulesDesk(
            LiveAccessRules live,
            LiveDocument documents,
            Routes routes,
            SessionStore sessions,
            @Lazy AuditLogService audit,
            Clock clock) {
        this.live = live;
        this.documents = documents;
        this.routes = routes;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rules in force. */
    AccessDocument current() {
        return live.current().document();
    }

    /**
     * Replaces the rules everywhere: on record first, then in Nacos, then handed over to live sessions.
     *
     * @throws BusinessException VALIDATION with the fields that are wrong; CONFLICT when the version is not the one in
     *     force; UNAVAILABLE when Nacos does not take it
     */
    AccessDocument replace(ActingUser actor, AccessDocument wanted) throws BusinessException {
        AccessDocument before = current();
        check(wanted);
        checkLockOut(actor, wanted);
        if (wanted.version() != before.version().longValue()) {
            throw stale();
        }
        AccessDocument next = new AccessDocument(before.version() + 1, wanted.whitelist(), wanted.blacklist());
        audit.record(PrivilegedAct.of(
                actor,
                "access-rules.change",
                "access-rules:" + next.version(),
                changes(before, next),
                clock.instant()));
        String text = next.text();
        publish(text);
        live.adopt(text);
        handOver(text);
        return next;
    }

    private void publish(String text) {
        String stored =
                documents.read(LiveAccessRules.GROUP, LiveAccessRules.DATA_ID).orElse("");
        // Nacos shows a document to readers a moment after it has taken it: what is in force may be the newer one.
        String expected = isReadable(stored) ? live.text() : stored;
        if (!documents.publishIf(LiveAccessRules.GROUP, LiveAccessRules.DATA_ID, expected, text)) {
            throw stale();
        }
    }

    /** The push from Nacos follows anyway, a fraction of a second later. */
    private void handOver(String text) {
        try {
            sessions.handOver(text);
        } catch (BusinessException e) {
            LOG.warn("new access rules could not be handed over, Nacos brings them: {}", e.getMessage());
        }
    }

    private void check(AccessDocument wanted) {
        AccessDocument.Blacklist blacklist = wanted.blacklist();
        Check check = Check.fields()
                .that(wanted.version() != null, "version", "must be the version that was read")
                .size(wanted.whitelist(), 0, MOST_ENTRIES, "whitelist")
                .size(blacklist.users(), 0, MOST_ENTRIES, "blacklist.users")
                .size(blacklist.ips(), 0, MOST_ENTRIES, "blacklist.ips")
                .size(blacklist.cidrs(), 0, MOST_ENTRIES, "blacklist.cidrs");
        check.orRefuse();
        each(check, wanted.whitelist(), "whitelist", AccessRules::isRule, "is not like GET:/path or *:/path/**");
        check.orRefuse();
        each(
                check,
                wanted.whitelist(),
                "whitelist",
                rule -> !opensWhatIsNeverOpen(rule),
                "would open what is for merchants, admins or ops, which cannot be");
        each(check, blacklist.users(), "blacklist.users", id -> id.matches("[0-9]{1,18}"), "is no id of a user");
        each(
                check,
                blacklist.ips(),
                "blacklist.ips",
                ip -> AddressBlock.address(ip).isPresent(),
                "is neither an IPv4 nor an IPv6 address");
        each(
                check,
                blacklist.cidrs(),
                "blacklist.cidrs",
                cidr -> AddressBlock.cidr(cidr).isPresent(),
                "is no block of addresses like 192.0.2.0/24 or 2001:db8::/32");
        check.orRefuse();
    }

    private static void each(Check check, List<String> entries, String field, Predicate<String> good, String message) {
        entries.forEach(entry ->
                check.that(entry.length() <= LONGEST_ENTRY && good.test(entry), field, shown(entry) + " " + message));
    }

    /** Such an entry would do nothing there; it is refused, so that nobody believes it did. */
    private boolean opensWhatIsNeverOpen(String rule) {
        AccessRules alone = AccessRules.of(new AccessDocument(0L, List.of(rule), null));
        return AccessRules.isNeverOpen(rule.substring(rule.indexOf(':') + 1))
                || routes.examples().stream().filter(AccessRules::isNeverOpen).anyMatch(alone::names);
    }

    private static void checkLockOut(ActingUser actor, AccessDocument wanted) {
        AccessRules rules = AccessRules.of(wanted);
        Optional<String> ownAddress = actor.ip() == null ? Optional.empty() : rules.keepsOut(actor.ip());
        boolean isBlock = ownAddress.filter(entry -> entry.indexOf('/') >= 0).isPresent();
        Check.fields()
                .that(!rules.keepsOut(actor.userId()), "blacklist.users", "would lock you out yourself")
                .that(
                        ownAddress.isEmpty(),
                        isBlock ? "blacklist.cidrs" : "blacklist.ips",
                        ownAddress.orElse("") + " would lock you out yourself")
                .that(
                        LOGIN.stream().allMatch(rule -> opens(rules, rule)),
                        "whitelist",
                        "has to keep the login open: " + String.join(" ", LOGIN))
                .orRefuse();
    }

    private static boolean opens(AccessRules rules, String rule) {
        int colon = rule.indexOf(':');
        return rules.isOpen(rule.substring(0, colon), rule.substring(colon + 1));
    }

    /** What was sent, short and printable. */
    private static String shown(String entry) {
        String printable = entry.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 64 ? printable.substring(0, 64) + "…" : printable;
    }

    private static boolean isReadable(String document) {
        try {
            AccessRules.parse(document);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static BusinessException stale() {
        return new BusinessException(
                ErrorCode.CONFLICT, "Somebody else has changed the rules meanwhile; read them again");
    }

    private static Map<String, String> changes(AccessDocument before, AccessDocument after) {
        return Map.of("added", difference(after, before), "removed", difference(before, after));
    }

    private static String difference(AccessDocument more, AccessDocument less) {
        List<String> known = entries(less);
        return entries(more).stream().filter(entry -> !known.contains(entry)).collect(Collectors.joining(" "));
    }

    private static List<String> entries(AccessDocument document) {
        AccessDocument.Blacklist out = document.blacklist();
        return Stream.of(
                        document.whitelist().stream(),
                        out.users().stream().map(user -> "-user:" + user),
                        out.ips().stream().map(ip -> "-ip:" + ip),
                        out.cidrs().stream().map(cidr -> "-cidr:" + cidr))
                .flatMap(entries -> entries)
                .toList();
    }
}
