package org.gomall.web.edge;

import com.alibaba.csp.sentinel.Entry;
import com.alibaba.csp.sentinel.EntryType;
import com.alibaba.csp.sentinel.ResourceTypeConstants;
import com.alibaba.csp.sentinel.SphU;
import com.alibaba.csp.sentinel.Tracer;
import com.alibaba.csp.sentinel.context.ContextUtil;
import com.alibaba.csp.sentinel.slots.block.BlockException;
import com.alibaba.csp.sentinel.slots.block.authority.AuthorityException;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRuleManager;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.sentinel.Blocked;
import org.gomall.web.envelope.SafeMethods;
import org.gomall.web.session.Callers;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Every request enters a resource named like the pattern of its path, for example {@code /api/products/{productId}}; one
 * that may change something enters {@code METHOD:pattern} as well, for example {@code POST:/api/orders}, so that placing
 * orders can be limited without limiting the list of orders. Answers from 500 on count as faults of both.
 *
 * <p>Sentinel's own adapter passes no arguments, counts no fault that a handler has answered, and its switch for methods has
 * no effect (1.8.9); hence this one.
 */
@Component
public final class EdgeResources implements AsyncHandlerInterceptor {

    private static final String ATTRIBUTE = EdgeResources.class.getName();
    private static final String CONTEXT = "gomall_web";
    private static final Object[] NO_ARGUMENTS = {};
    private static final BusinessException FAULT = new BusinessException(ErrorCode.INTERNAL);

    private final Callers callers;
    private final PathVariables variables = new PathVariables();

    EdgeResources(Callers callers) {
        this.callers = callers;
    }

    /** What a request has entered; the second is null for one that changes nothing. */
    private record Entered(Entry byPattern, Entry byMethod, Object[] arguments) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        boolean entered = request.getAttribute(ATTRIBUTE) != null;
        if (pattern != null && !entered && request.getDispatcherType() == DispatcherType.REQUEST) {
            enter(request, pattern.toString());
        }
        return true;
    }

    /**
     * Enters the resources of a request, for whoever answers it; {@link #leave} must follow.
     *
     * @param byPattern the pattern of its path, whose variables are known to the request
     * @throws BusinessException when a rule does not let it in
     */
    public void enter(HttpServletRequest request, String byPattern) throws BusinessException {
        String byMethod = SafeMethods.contain(request.getMethod()) ? null : request.getMethod() + ":" + byPattern;
        Object[] arguments = arguments(request, byPattern, byMethod);
        ContextUtil.enter(CONTEXT);
        Entry outer = null;
        try {
            outer = SphU.entry(byPattern, ResourceTypeConstants.COMMON_WEB, EntryType.IN, arguments);
            // The request is counted once as traffic of the process, so the second entry is not inbound.
            Entry inner = byMethod == null
                    ? null
                    : SphU.entry(byMethod, ResourceTypeConstants.COMMON_WEB, EntryType.OUT, arguments);
            request.setAttribute(ATTRIBUTE, new Entered(outer, inner, arguments));
        } catch (BlockException blocked) {
            if (outer != null) {
                outer.exit(1, arguments);
            }
            ContextUtil.exit();
            throw refusal(blocked);
        }
    }

    /** The rest happens on other threads, and may take minutes: an event stream is not work in progress. */
    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        leave(request, false);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception thrown) {
        leave(request, thrown != null || response.getStatus() >= 500);
    }

    /** Leaves what the request has entered, if anything, and tells whether it was served badly. */
    public void leave(HttpServletRequest request, boolean fault) {
        if (!(request.getAttribute(ATTRIBUTE) instanceof Entered entered)) {
            return;
        }
        request.removeAttribute(ATTRIBUTE);
        exit(entered.byMethod(), entered.arguments(), fault);
        exit(entered.byPattern(), entered.arguments(), fault);
        ContextUtil.exit();
    }

    private static void exit(Entry entry, Object[] arguments, boolean fault) {
        if (entry != null) {
            if (fault) {
                Tracer.traceEntry(FAULT, entry);
            }
            entry.exit(1, arguments);
        }
    }

    /**
     * What hot-parameter rules can tell apart, all as text: 0 the client's address, 1 the user's id (null for a guest, whom no
     * such rule limits), from 2 on the path's variables in the order of the pattern. Put together only where there is a rule.
     */
    private Object[] arguments(HttpServletRequest request, String byPattern, String byMethod) {
        if (!ParamFlowRuleManager.hasRules(byPattern)
                && (byMethod == null || !ParamFlowRuleManager.hasRules(byMethod))) {
            return NO_ARGUMENTS;
        }
        String user = callers.current(request)
                .map(CurrentUser::userId)
                .map(String::valueOf)
                .orElse(null);
        return variables.after(byPattern, request, request.getRemoteAddr(), user);
    }

    private static BusinessException refusal(BlockException blocked) {
        return blocked instanceof AuthorityException
                ? new BusinessException(ErrorCode.NO_PERMISSION)
                : Blocked.asBusinessException(blocked);
    }
}
