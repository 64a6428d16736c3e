package org.gomall.web.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.gomall.api.common.ActingUser;
import org.gomall.api.order.CartOwner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controller methods what they ask for: {@link CurrentUser}, {@code Optional<CurrentUser>}, {@link ActingUser} or {@link CartOwner}. */
@Configuration(proxyBeanMethods = false)
class SessionArguments implements WebMvcConfigurer {

    private final Callers callers;
    private final GuestCarts carts;

    SessionArguments(Callers callers, GuestCarts carts) {
        this.callers = callers;
        this.carts = carts;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FromRequest());
    }

    private final class FromRequest implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
            return type == CurrentUser.class || type == CartOwner.class || type == ActingUser.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest web,
                WebDataBinderFactory binders) {
            HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
            if (parameter.getParameterType() == CartOwner.class) {
                return carts.owner(request, web.getNativeResponse(HttpServletResponse.class));
            }
            if (parameter.getParameterType() == ActingUser.class) {
                return new ActingUser(callers.require(request).userId(), request.getRemoteAddr());
            }
            return parameter.getParameterType() == Optional.class ? callers.current(request) : callers.require(request);
        }
    }
}
