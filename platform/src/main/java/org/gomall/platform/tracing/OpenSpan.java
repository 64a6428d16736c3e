package org.gomall.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/** A span that has not ended; closing ends it. */
public final class OpenSpan implements AutoCloseable {

    /** No span: nothing has an effect. */
    public static final OpenSpan NONE = new OpenSpan(null, null);

    private final Span span;
    private final Scope scope;

    private OpenSpan(Span span, Scope scope) {
        this.span = span;
        this.scope = scope;
    }

    static OpenSpan current(Span span) {
        return new OpenSpan(span, span.makeCurrent());
    }

    static OpenSpan aside(Span span) {
        return new OpenSpan(span, null);
    }

    /** Whether there is anything that a name or tag could be given to. */
    public boolean isRecording() {
        return span != null && span.isRecording();
    }

    /** Its trace, 32 hexadecimal digits; empty for {@link #NONE}. */
    public String traceId() {
        return span == null ? "" : span.getSpanContext().getTraceId();
    }

    /** What others need to put their spans below this one; empty for {@link #NONE}. */
    public String parent() {
        return span == null ? "" : TraceParent.write(span.getSpanContext());
    }

    /** A better name than it began with. */
    public void rename(String name) {
        if (span != null) {
            span.updateName(name);
        }
    }

    /** Says more about it; never anything personal or secret. */
    public OpenSpan tag(String key, String value) {
        if (span != null) {
            span.setAttribute(key, value);
        }
        return this;
    }

    /** Says more about it. */
    public OpenSpan tag(String key, long value) {
        if (span != null) {
            span.setAttribute(key, value);
        }
        return this;
    }

    /** It did not go well. Only the kind of error is told: messages may hold what people typed. */
    public void failed(Throwable error) {
        if (span != null) {
            failed(error.getClass().getName());
        }
    }

    /** It did not go well. */
    public void failed(String kind) {
        if (span != null) {
            span.setAttribute("error.type", kind);
            span.setStatus(StatusCode.ERROR);
        }
    }

    @Override
    public void close() {
        if (scope != null) {
            scope.close();
        }
        if (span != null) {
            span.end();
        }
    }
}
