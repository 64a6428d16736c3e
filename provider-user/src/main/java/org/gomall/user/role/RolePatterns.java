package org.gomall.user.role;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.gomall.api.common.Check;

/**
 * Whether patterns {@code METHOD:regex} can be used. The engine is RE2: it has no look-around and no back references, and
 * needs time in proportion to the path whatever the pattern is.
 */
final class RolePatterns {

    /** Counted repetitions are unrolled by the engine, nested ones multiply. */
    private static final long MOST_REPETITIONS = 1_000;

    private static final java.util.regex.Pattern COUNTED =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    private RolePatterns() {}

    /** Refuses what does not compile, naming the patterns. */
    static void check(List<String> patterns) {
        List<String> bad =
                patterns.stream().filter(pattern -> !isUsable(pattern)).toList();
        Check.fields()
                .that(
                        bad.isEmpty(),
                        "permissions",
                        "is not a regular expression of RE2: " + bad.stream().collect(Collectors.joining(" ")))
                .orRefuse();
    }

    private static boolean isUsable(String pattern) {
        String regex = pattern.substring(pattern.indexOf(':') + 1);
        if (repetitions(regex) > MOST_REPETITIONS) {
            return false;
        }
        try {
            Pattern.compile(regex);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static long repetitions(String regex) {
        long product = 1;
        for (MatchResult counted : COUNTED.matcher(regex).results().toList()) {
            String most = counted.group(2) == null || counted.group(2).isEmpty() ? counted.group(1) : counted.group(2);
            product *= Math.max(1, Long.parseLong(most));
            if (product > MOST_REPETITIONS) {
                return product;
            }
        }
        return product;
    }
}
