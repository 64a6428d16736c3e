package org.gomall.web.edge;

import org.gomall.web.session.Callers;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sentinel at the edge, for everything but files. */
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

    private final Callers callers;

    EdgeLimits(Callers callers) {
        this.callers = callers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new EdgeResources(callers)).excludePathPatterns(FILES);
    }
}
