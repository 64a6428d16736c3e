package org.gomall.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AccountView;
import org.gomall.web.envelope.EachRequest;
import org.gomall.web.envelope.Failure;
import org.gomall.web.envelope.FailureResponses;
import org.gomall.web.envelope.SafeMethods;
import org.gomall.web.session.Callers;
import org.gomall.web.session.Csrf;
import org.gomall.web.session.LiveSession;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Has {@link AccessPolicy} decide about every request before anything else looks at it. Not asked again when the container
 * dispatches to the error page.
 *
 * <p>The session is looked up first: what it brings along tells whether rules and rights in memory are still the ones in
 * force.
 */
@Component
@Order(AccessFilter.ORDER)
class AccessFilter implements EachRequest {

    static final int ORDER = -80;

    private final LiveAccessRules rules;
    private final AccessPolicy policy;
    private final Callers callers;
    private final FailureResponses responses;

    AccessFilter(LiveAccessRules rules, AccessPolicy policy, Callers callers, FailureResponses responses) {
        this.rules = rules;
        this.policy = policy;
        this.callers = callers;
        this.responses = responses;
    }

    @Override
    public void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            decide(request, response);
        } catch (BusinessException refusal) {
            responses.send(request, response, Failure.of(refusal));
            return;
        }
        chain.doFilter(request, response);
    }

    private void decide(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        boolean page = !FailureResponses.isApi(path);
        if (page && !StaticPaths.contain(path)) {
            Csrf.token(request, response);
        }
        String method = request.getMethod();
        Visitor visitor = isSameForAll(method, path) ? Visitor.GUEST : visitor(request);
        Verdict verdict = policy.decide(method, path, request.getRemoteAddr(), visitor);
        if (verdict.reason() == Verdict.Reason.NO_SUCH_METHOD) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", verdict.methods()));
        }
        if (!verdict.isAllowed()) {
            throw verdict.reason().refusal();
        }
        if (policy.isKeptOut(visitor)) {
            Callers.treatAsGuest(request);
        }
        if (!SafeMethods.contain(method) && needsFormToken(request, path, page) && !Csrf.isValid(request)) {
            throw new BusinessException(ErrorCode.CSRF);
        }
    }

    /** Pictures and the like are open and know nobody: they do not cost a look at the session. */
    private boolean isSameForAll(String method, String path) {
        return StaticPaths.contain(path)
                && PlainPath.of(path)
                        .filter(plain -> rules.current().isOpen(AccessPolicy.effective(method), plain))
                        .isPresent();
    }

    private Visitor visitor(HttpServletRequest request) {
        Optional<LiveSession> session = callers.session(request);
        try {
            session.ifPresent(live -> rules.catchUp(live.rightsVersion()));
            Optional<AccountView> account = callers.account(request);
            return account.map(known -> Visitor.user(known.userId(), known.permissions()))
                    .orElse(Visitor.GUEST);
        } catch (BusinessException e) {
            return e.error() == ErrorCode.BANNED && session.isPresent()
                    ? Visitor.banned(session.get().userId())
                    : Visitor.unknown(e);
        }
    }

    /** Scripts with a Bearer token have nothing that a browser would add by itself; guests of the API neither. */
    private static boolean needsFormToken(HttpServletRequest request, String path, boolean page) {
        return page || (Callers.isByCookie(request) && !AccessPolicy.BEFORE_LOGIN.contains(path));
    }
}
