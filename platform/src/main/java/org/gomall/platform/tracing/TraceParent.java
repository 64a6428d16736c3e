package org.gomall.platform.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.regex.Pattern;

/** A place in a trace as W3C's {@code traceparent}: {@code 00-<trace>-<span>-<flags>}. */
public final class TraceParent {

    /** Name of the HTTP header, of the Dubbo attachment and of the message property. */
    public static final String KEY = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TRACE = 3;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;

    private TraceParent() {}

    /** Whether a text has this form. */
    static boolean isValid(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /** The trace id in a text of this form; any other text as it is. */
    public static String traceIdOf(String text) {
        return isValid(text) ? text.substring(TRACE, SPAN - 1) : text;
    }

    static SpanContext read(String text) {
        return isValid(text)
                ? SpanContext.createFromRemoteParent(
                        text.substring(TRACE, SPAN - 1),
                        text.substring(SPAN, FLAGS - 1),
                        TraceFlags.fromHex(text, FLAGS),
                        TraceState.getDefault())
                : SpanContext.getInvalid();
    }

    static String write(SpanContext place) {
        return place.isValid()
                ? "00-" + place.getTraceId() + "-" + place.getSpanId() + "-"
                        + place.getTraceFlags().asHex()
                : "";
    }
}
