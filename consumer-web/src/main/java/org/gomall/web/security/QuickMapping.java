package org.gomall.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds the method for a request among those whose path begins alike. Spring's own way tries all of them for every path with a
 * variable. When none or several fit, Spring decides.
 */
final class QuickMapping extends RequestMappingHandlerMapping {

    private volatile ByRoot<Map.Entry<RequestMappingInfo, HandlerMethod>> methods;

    @Override
    protected HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        RequestMappingInfo fitting = null;
        HandlerMethod method = null;
        int found = 0;
        for (Map.Entry<RequestMappingInfo, HandlerMethod> candidate : candidates(path)) {
            RequestMappingInfo match = getMatchingMapping(candidate.getKey(), request);
            if (match != null) {
                fitting = match;
                method = candidate.getValue();
                found++;
            }
        }
        if (found != 1 || CorsUtils.isPreFlightRequest(request)) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, method);
        handleMatch(fitting, path, request);
        return method;
    }

    private List<Map.Entry<RequestMappingInfo, HandlerMethod>> candidates(String path) {
        ByRoot<Map.Entry<RequestMappingInfo, HandlerMethod>> known = methods;
        if (known == null) {
            known = new ByRoot<>();
            for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                    getHandlerMethods().entrySet()) {
                for (PathPattern pattern :
                        entry.getKey().getPathPatternsCondition().getPatterns()) {
                    known.add(pattern.getPatternString(), entry);
                }
            }
            methods = known;
        }
        return known.candidates(path);
    }

    /** Gives it to Spring instead of its own. */
    @Configuration(proxyBeanMethods = false)
    static class Setup implements WebMvcRegistrations {

        @Override
        public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
            return new QuickMapping();
        }
    }
}
