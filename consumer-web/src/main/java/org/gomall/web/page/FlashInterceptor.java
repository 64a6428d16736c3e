package org.gomall.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.web.session.WebCookies;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands the flash message of a browser to the page that is about to be drawn, and takes it out of the browser. */
@Configuration(proxyBeanMethods = false)
class FlashInterceptor implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .excludePathPatterns(
                        "/api/**",
                        "/media/**",
                        "/css/**",
                        "/js/**",
                        "/img/**",
                        "/webjars/**",
                        "/language/**",
                        "/favicon.ico");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // Only the page itself: a part that is fetched in the background must not swallow the message.
        if (request.getMethod().equals("GET") && request.getParameter("seen") == null) {
            Flash.in(request).ifPresent(flash -> {
                request.setAttribute(Flash.ATTRIBUTE, flash);
                WebCookies.clear(request, response, Flash.COOKIE);
            });
        }
        return true;
    }
}
