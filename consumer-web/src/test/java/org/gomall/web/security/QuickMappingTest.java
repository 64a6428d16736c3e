package org.gomall.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

@SliceTest
class QuickMappingTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping quick;

    @Autowired
    private Routes routes;

    @Autowired
    private ConfigurableApplicationContext context;

    @Test
    void finds_what_spring_finds_for_every_path_and_method() {
        RequestMappingHandlerMapping plain = new RequestMappingHandlerMapping();
        plain.setApplicationContext(context);
        plain.setEmbeddedValueResolver(context.getBeanFactory()::resolveEmbeddedValue);
        plain.afterPropertiesSet();
        assertThat(quick).isInstanceOf(QuickMapping.class);
        List<String> paths = routes.examples();
        assertThat(paths).hasSizeGreaterThan(150);
        for (String path : paths) {
            for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")) {
                for (String sent : List.of(path, path + "/", path + "/more", path.replace("x", "new"))) {
                    assertThat(found(quick, method, sent))
                            .as(method + " " + sent)
                            .isEqualTo(found(plain, method, sent));
                }
            }
        }
    }

    /** The method, pattern and variables, or what was refused. */
    private static String found(RequestMappingHandlerMapping mapping, String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.addHeader("Content-Type", "application/json");
        ServletRequestPathUtils.parseAndCache(request);
        try {
            HandlerExecutionChain chain = mapping.getHandler(request);
            return (chain == null ? "none" : Objects.toString(chain.getHandler()))
                    + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                    + request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        } catch (Exception refused) {
            return refused.toString();
        }
    }
}
