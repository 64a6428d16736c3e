package org.gomall.web.edge;

import com.alibaba.csp.sentinel.adapter.spring.webmvc_v6x.SentinelWebInterceptor;
import com.alibaba.csp.sentinel.adapter.spring.webmvc_v6x.callback.BlockExceptionHandler;
import com.alibaba.csp.sentinel.adapter.spring.webmvc_v6x.config.SentinelWebMvcConfig;
import com.alibaba.csp.sentinel.slots.block.authority.AuthorityException;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Sentinel at the edge. Every request enters a resource named like the pattern of its path, for example
 * {@code /api/products/{productId}}; one that may change something enters {@code METHOD:pattern} as well, for example
 * {@code POST:/api/orders}, so that placing orders can be limited without limiting the list of orders.
 */
@Configuration(proxyBeanMethods = false)
class EdgeLimits implements WebMvcConfigurer {

    private static final String[] FILES = {
        "/css/**",
        "/js/**",
        "/img/**",
        "/icons/**",
        "/media/**",
        "/webjars/**",
        "/swagger-ui/**",
        "/favicon.ico",
        "/error"
    };

    private static final BlockExceptionHandler REFUSE = (request, response, resource, blocked) -> {
        throw refusal(blocked);
    };

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new SentinelWebInterceptor(config("gomall_by_pattern")))
                .excludePathPatterns(FILES);
        registry.addInterceptor(new ByMethod(config("gomall_by_method"))).excludePathPatterns(FILES);
    }

    private static SentinelWebMvcConfig config(String attribute) {
        SentinelWebMvcConfig config = new SentinelWebMvcConfig();
        config.setRequestAttributeName(attribute);
        config.setBlockExceptionHandler(REFUSE);
        return config;
    }

    private static BusinessException refusal(Exception blocked) {
        if (blocked instanceof AuthorityException) {
            return new BusinessException(ErrorCode.NO_PERMISSION);
        }
        if (blocked instanceof DegradeException broken) {
            int seconds = broken.getRule() == null ? 1 : broken.getRule().getTimeWindow();
            return new BusinessException(
                    ErrorCode.UNAVAILABLE,
                    ErrorCode.UNAVAILABLE.defaultMessage(),
                    Map.of("retryAfterSeconds", Math.max(1, seconds)));
        }
        return new BusinessException(
                ErrorCode.RATE_LIMITED, ErrorCode.RATE_LIMITED.defaultMessage(), Map.of("retryAfterSeconds", 1));
    }

    /** The adapter's own switch for methods has no effect in 1.8.9, so the second resource has an interceptor of its own. */
    private static final class ByMethod extends SentinelWebInterceptor {

        private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

        private ByMethod(SentinelWebMvcConfig config) {
            super(config);
        }

        @Override
        protected String getResourceName(HttpServletRequest request) {
            String pattern = super.getResourceName(request);
            return pattern == null || SAFE.contains(request.getMethod()) ? null : request.getMethod() + ":" + pattern;
        }
    }
}
