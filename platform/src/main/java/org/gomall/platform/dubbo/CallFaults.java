package org.gomall.platform.dubbo;

import com.alibaba.csp.sentinel.slots.block.BlockException;
import java.util.Map;
import org.apache.dubbo.common.URL;
import org.apache.dubbo.common.constants.CommonConstants;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.RpcException;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.process.Throttle;
import org.gomall.platform.sentinel.Blocked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the caller of another service is told when the call failed on its way. */
final class CallFaults {

    private static final Logger log = LoggerFactory.getLogger(CallFaults.class);
    private static final Throttle LINES = new Throttle();

    private CallFaults() {}

    /**
     * A refusal stays itself. A fault of a read (cluster failover, tried again) is 50300. A fault of a write is 50400 when the callee may
     * have done the work, and 50300 when it surely has not.
     */
    static BusinessException asBusinessException(Invoker<?> invoker, Invocation invocation, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessException refusal) {
                return refusal;
            }
            if (cause instanceof BlockException blocked) {
                return Blocked.asBusinessException(blocked);
            }
        }
        String call = name(invoker, invocation);
        boolean unknown = !isRead(invoker.getUrl(), invocation) && mayHaveArrived(thrown);
        ErrorCode code = unknown ? ErrorCode.TIMEOUT : ErrorCode.UNAVAILABLE;
        if (LINES.allows(call + code)) {
            log.warn("call {} failed, answered with {}: {}", call, code.number(), firstLine(thrown));
        }
        return new BusinessException(code, code.defaultMessage(), unknown ? Map.of() : Map.of("retryAfterSeconds", 3));
    }

    private static boolean isRead(URL reference, Invocation invocation) {
        if (reference == null) {
            return false;
        }
        // A reference with methods of both kinds is failover as a whole; writes are those that are sent once.
        String method = invocation.getMethodName();
        return "failover".equals(reference.getMethodParameter(method, CommonConstants.CLUSTER_KEY))
                && reference.getMethodParameter(method, CommonConstants.RETRIES_KEY, 0) > 0;
    }

    private static boolean mayHaveArrived(Throwable thrown) {
        if (!(thrown instanceof RpcException fault)) {
            return true;
        }
        if (fault.isTimeout()) {
            // Dubbo tells apart whether the request left this process.
            return !firstLine(fault).contains("Sending message timeout");
        }
        if (fault.isNetwork()) {
            return !neverSent(fault);
        }
        boolean notSent = fault.isNoInvokerAvailableAfterFilter() || fault.isForbidden() || fault.isLimitExceed();
        return !notSent && !neverSent(fault) && !firstLine(fault).contains("No provider available");
    }

    private static boolean neverSent(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            if (text.contains("message can not send")
                    || text.contains("Failed to connect")
                    || text.contains("Connection refused")
                    || text.contains("client(url:")
                    || text.contains("already destroyed")) {
                return true;
            }
        }
        return false;
    }

    static String firstLine(Throwable thrown) {
        String text = String.valueOf(thrown.getMessage());
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return thrown.getClass().getSimpleName() + ": " + (line.length() > 300 ? line.substring(0, 300) + "…" : line);
    }

    /** Service and method, as the log calls them. */
    static String name(Invoker<?> invoker, Invocation invocation) {
        return invoker.getInterface().getSimpleName() + "." + invocation.getMethodName();
    }
}
