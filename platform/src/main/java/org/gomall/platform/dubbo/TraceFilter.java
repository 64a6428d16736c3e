package org.gomall.platform.dubbo;

import static org.apache.dubbo.common.constants.CommonConstants.PROVIDER;

import io.opentelemetry.api.trace.SpanKind;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.RpcException;
import org.gomall.api.common.BusinessException;
import org.gomall.platform.tracing.OpenSpan;
import org.gomall.platform.tracing.Spans;
import org.gomall.platform.tracing.TraceId;
import org.gomall.platform.tracing.TraceParent;
import org.slf4j.MDC;

/** The outermost step of an incoming call: takes over the caller's trace, for spans and for every log line below. */
@Activate(group = PROVIDER, order = Integer.MIN_VALUE)
public final class TraceFilter implements Filter {

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) throws RpcException {
        String before = MDC.get(TraceId.KEY);
        String received = invocation.getAttachment(TraceId.KEY);
        MDC.put(TraceId.KEY, TraceId.isValid(received) ? received : TraceId.create());
        try (OpenSpan span = span(invoker, invocation)) {
            Result result = invoker.invoke(invocation);
            if (span.isRecording()
                    && result.hasException()
                    && !(result.getException() instanceof BusinessException refusal && !refusal.isFault())) {
                span.failed(result.getException());
            }
            return result;
        } finally {
            if (before == null) {
                MDC.remove(TraceId.KEY);
            } else {
                MDC.put(TraceId.KEY, before);
            }
        }
    }

    /** Only below a span of the caller: a trace does not begin half-way. */
    private static OpenSpan span(Invoker<?> invoker, Invocation invocation) {
        String parent = Spans.areOn() ? invocation.getAttachment(TraceParent.KEY) : null;
        return parent == null || parent.isEmpty()
                ? OpenSpan.NONE
                : Spans.root(SpanKind.SERVER, CallFaults.name(invoker, invocation), parent);
    }
}
