package org.gomall.platform.tracing;

import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;

/**
 * The number that ties together all log lines, Dubbo calls and events of one request: 32 hexadecimal digits (the form of
 * a W3C trace id), held in the logging context under {@link #KEY}.
 */
public final class TraceId {

    /** Name of the entry in the logging context, of the Dubbo attachment and of the message property. */
    public static final String KEY = "traceId";

    private TraceId() {}

    /** The current trace id, or an empty string outside of a request. */
    public static String current() {
        String id = MDC.get(KEY);
        return id == null ? "" : id;
    }

    /** A new random trace id; it is not made the current one. */
    public static String create() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return hex(random.nextLong()) + hex(random.nextLong());
    }

    /** Runs {@code work} under {@code traceId} (or a new one if it is not a well-formed trace id). */
    public static <T> T call(String traceId, Callable<T> work) throws Exception {
        String before = MDC.get(KEY);
        MDC.put(KEY, isValid(traceId) ? traceId : create());
        try {
            return work.call();
        } finally {
            restore(before);
        }
    }

    /** Runs {@code work} under {@code traceId} (or a new one if it is not a well-formed trace id). */
    public static void run(String traceId, Runnable work) {
        String before = MDC.get(KEY);
        MDC.put(KEY, isValid(traceId) ? traceId : create());
        try {
            work.run();
        } finally {
            restore(before);
        }
    }

    /** Whether a text from outside may be taken over: it ends up in logs, so only 16 to 64 letters, digits or dashes. */
    public static boolean isValid(String text) {
        if (text == null || text.length() < 16 || text.length() > 64) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static void restore(String before) {
        if (before == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, before);
        }
    }

    private static String hex(long bits) {
        String digits = Long.toHexString(bits);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
