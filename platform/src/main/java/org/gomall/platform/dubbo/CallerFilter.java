package org.gomall.platform.dubbo;

import static org.apache.dubbo.common.constants.CommonConstants.CONSUMER;

import io.opentelemetry.api.trace.SpanKind;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.AsyncRpcResult;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.cluster.filter.ClusterFilter;
import org.gomall.api.common.BusinessException;
import org.gomall.platform.tracing.OpenSpan;
import org.gomall.platform.tracing.Spans;
import org.gomall.platform.tracing.TraceId;
import org.gomall.platform.tracing.TraceParent;

/**
 * The outermost step of an outgoing call, around retries, Sentinel and Seata: checks the command, hands the trace id on,
 * and lets nothing but {@link BusinessException} reach the caller.
 */
@Activate(group = CONSUMER, order = Integer.MIN_VALUE)
public final class CallerFilter implements ClusterFilter, ClusterFilter.Listener {

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) {
        OpenSpan span = span(invoker, invocation);
        try {
            Arguments.check(invocation);
            String traceId = TraceId.current();
            invocation.setAttachment(TraceId.KEY, traceId.isEmpty() ? TraceId.create() : traceId);
            String parent = span.parent();
            if (!parent.isEmpty()) {
                invocation.setAttachment(TraceParent.KEY, parent);
            }
            Result result = invoker.invoke(invocation);
            told(span, result);
            return result;
        } catch (RuntimeException fault) {
            span.failed(fault);
            return AsyncRpcResult.newDefaultAsyncResult(
                    CallFaults.asBusinessException(invoker, invocation, fault), invocation);
        } finally {
            span.close();
        }
    }

    private static OpenSpan span(Invoker<?> invoker, Invocation invocation) {
        return Spans.areOn() ? Spans.child(SpanKind.CLIENT, CallFaults.name(invoker, invocation)) : OpenSpan.NONE;
    }

    /** A refusal is an answer; the call itself went well. */
    private static void told(OpenSpan span, Result result) {
        if (span.isRecording()
                && result.hasException()
                && !(result.getException() instanceof BusinessException refusal && !refusal.isFault())) {
            span.failed(result.getException());
        }
    }

    @Override
    public void onResponse(Result result, Invoker<?> invoker, Invocation invocation) {
        Throwable thrown = result.getException();
        if (thrown != null && !(thrown instanceof BusinessException)) {
            result.setException(CallFaults.asBusinessException(invoker, invocation, thrown));
        }
    }

    @Override
    public void onError(Throwable thrown, Invoker<?> invoker, Invocation invocation) {
        // Nothing to do: invoke() has seen it.
    }
}
