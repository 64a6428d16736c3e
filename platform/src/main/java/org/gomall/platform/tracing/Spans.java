package org.gomall.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * Pieces of work as spans of a trace. Off unless an OTLP endpoint is set; then each method is a look at one field and gives
 * {@link OpenSpan#NONE}, so that whoever works need not ask.
 *
 * <p>A trace begins with {@link #root}: a web request or an event. What happens outside of one (jobs that look for work every
 * second) is no trace, or there would be nothing else to see.
 */
public final class Spans {

    private static volatile Tracer tracer;

    private Spans() {}

    /** Switches spans on, or off with null. */
    static void use(Tracer chosen) {
        tracer = chosen;
    }

    /** Whether spans are made at all. */
    public static boolean areOn() {
        return tracer != null;
    }

    /**
     * The first span of this process in a trace, made the current one of this thread.
     *
     * @param parent what {@link OpenSpan#parent()} gave to whoever asks, or empty: a trace of its own
     */
    public static OpenSpan root(SpanKind kind, String name, String parent) {
        Tracer on = tracer;
        if (on == null) {
            return OpenSpan.NONE;
        }
        SpanContext from = TraceParent.read(parent);
        Context context = from.isValid() ? Context.root().with(Span.wrap(from)) : Context.root();
        return OpenSpan.current(
                on.spanBuilder(name).setParent(context).setSpanKind(kind).startSpan());
    }

    /** A span below the current one, made the current one; none where there is no trace. */
    public static OpenSpan child(SpanKind kind, String name) {
        Tracer on = tracer;
        if (on == null || !Span.current().getSpanContext().isValid()) {
            return OpenSpan.NONE;
        }
        return OpenSpan.current(on.spanBuilder(name).setSpanKind(kind).startSpan());
    }

    /** A span below one that has ended long ago, not made the current one; none if {@code parent} names none. */
    public static OpenSpan after(SpanKind kind, String name, String parent) {
        Tracer on = tracer;
        SpanContext from = on == null ? SpanContext.getInvalid() : TraceParent.read(parent);
        if (!from.isValid()) {
            return OpenSpan.NONE;
        }
        Context context = Context.root().with(Span.wrap(from));
        return OpenSpan.aside(
                on.spanBuilder(name).setParent(context).setSpanKind(kind).startSpan());
    }

    /** The current span as a parent for others, or empty. */
    public static String currentParent() {
        return tracer == null ? "" : TraceParent.write(Span.current().getSpanContext());
    }
}
