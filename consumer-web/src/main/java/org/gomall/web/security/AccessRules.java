package org.gomall.web.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * What guests may reach: {@code METHOD:pattern}, with {@code *} for any method and Spring's path patterns
 * ({@code /shops/{id}}, {@code /css/**}), and who is kept out altogether. Everything else needs a login and a permission.
 *
 * <p>The parts for merchants, admins and ops are never open, whatever a whitelist says.
 */
final class AccessRules {

    private static final String ANY = "*";
    private static final List<String> NEVER_OPEN =
            List.of("/api/admin", "/api/ops", "/api/merchant", "/admin", "/ops", "/merchant", "/actuator");

    private final AccessDocument document;
    private final Map<String, Set<String>> exact = new HashMap<>();
    private final Map<String, ByRoot<PathPattern>> patterns = new HashMap<>();
    private final Set<Long> users = new HashSet<>();
    private final List<AddressBlock> addresses = new ArrayList<>();

    private AccessRules(AccessDocument document) {
        this.document = document;
    }

    /** Nobody reaches anything. */
    static AccessRules closed() {
        return of(new AccessDocument(0L, List.of(), null));
    }

    /**
     * Reads the document {@code {"version": 1, "whitelist": ["GET:/api/products/**"], "blacklist": {"users": ["1001"],
     * "ips": ["192.0.2.1"], "cidrs": ["2001:db8::/32"]}}}.
     *
     * @throws IllegalArgumentException when it is not one; then the rules before it stay
     */
    static AccessRules parse(String json) {
        return of(AccessDocument.parse(json));
    }

    /**
     * The rules of a document.
     *
     * @throws IllegalArgumentException when an entry is not what it should be
     */
    static AccessRules of(AccessDocument document) {
        AccessRules rules = new AccessRules(document);
        document.whitelist().forEach(rules::open);
        document.blacklist().users().forEach(user -> rules.users.add(userId(user)));
        document.blacklist().ips().forEach(ip -> rules.addresses.add(orRefuse(AddressBlock.address(ip), ip)));
        document.blacklist().cidrs().forEach(cidr -> rules.addresses.add(orRefuse(AddressBlock.cidr(cidr), cidr)));
        return rules;
    }

    /** Whether this looks like {@code METHOD:pattern}. */
    static boolean isRule(String rule) {
        try {
            of(new AccessDocument(0L, List.of(rule), null));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A path that is never open whatever the whitelist says. */
    static boolean isNeverOpen(String path) {
        for (String root : NEVER_OPEN) {
            if (path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/')) {
                return true;
            }
        }
        return false;
    }

    AccessDocument document() {
        return document;
    }

    long version() {
        return document.version();
    }

    /** Whether guests may do this. */
    boolean isOpen(String method, String path) {
        return openBy(method, path).isPresent();
    }

    /** The rule of the whitelist by which guests may do this. */
    Optional<String> openBy(String method, String path) {
        if (isNeverOpen(path)) {
            return Optional.empty();
        }
        for (String by : new String[] {method, ANY}) {
            if (exact.getOrDefault(by, Set.of()).contains(path)) {
                return Optional.of(by + ":" + path);
            }
        }
        PathContainer parsed = PathContainer.parsePath(path);
        for (String by : new String[] {method, ANY}) {
            ByRoot<PathPattern> ofMethod = patterns.get(by);
            for (PathPattern pattern : ofMethod == null ? List.<PathPattern>of() : ofMethod.candidates(path)) {
                if (pattern.matches(parsed)) {
                    return Optional.of(by + ":" + pattern.getPatternString());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether some rule of the whitelist, for whatever method, fits this path. */
    boolean names(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return exact.values().stream().anyMatch(paths -> paths.contains(path))
                || patterns.values().stream()
                        .flatMap(ofMethod -> ofMethod.candidates(path).stream())
                        .anyMatch(pattern -> pattern.matches(parsed));
    }

    /** Whether this user is kept out. */
    boolean keepsOut(long userId) {
        return users.contains(userId);
    }

    /** The entry that keeps this address out. An address that cannot be read is kept out as soon as any is. */
    Optional<String> keepsOut(String address) {
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> bytes = address == null ? Optional.empty() : AddressBlock.bytes(address);
        if (bytes.isEmpty()) {
            return Optional.of(String.valueOf(address));
        }
        return addresses.stream()
                .filter(block -> block.contains(bytes.get()))
                .map(AddressBlock::toString)
                .findFirst();
    }

    private void open(String rule) {
        int colon = rule.indexOf(':');
        String method = colon < 0 ? "" : rule.substring(0, colon);
        String pattern = rule.substring(colon + 1);
        if (!method.matches("\\*|[A-Z]+") || !pattern.startsWith("/")) {
            throw new IllegalArgumentException("a rule must look like GET:/path or *:/path/**");
        }
        PathPattern parsed;
        try {
            parsed = PathPatternParser.defaultInstance.parse(pattern);
        } catch (PatternParseException e) {
            throw new IllegalArgumentException("access rules cannot be read: " + e.getMessage(), e);
        }
        if (parsed.hasPatternSyntax()) {
            patterns.computeIfAbsent(method, m -> new ByRoot<>()).add(pattern, parsed);
        } else {
            exact.computeIfAbsent(method, m -> new HashSet<>()).add(pattern);
        }
    }

    private static Long userId(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(text + " is no id of a user");
        }
        return Long.valueOf(text);
    }

    private static AddressBlock orRefuse(Optional<AddressBlock> block, String text) {
        return block.orElseThrow(() -> new IllegalArgumentException(text + " is no address"));
    }
}
