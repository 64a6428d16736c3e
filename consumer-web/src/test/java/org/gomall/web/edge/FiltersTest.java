package org.gomall.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.util.Arrays;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.gomall.slice.SliceTest;
import org.gomall.web.envelope.EachRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.filter.OncePerRequestFilter;

/** Every request pays for every filter: whoever adds one, or gets one with a new version of Spring, says so here. */
@SliceTest
class FiltersTest {

    @Autowired
    private ServletWebServerApplicationContext context;

    @Autowired
    private ServletContext servletContext;

    @Test
    void a_request_passes_these_and_no_others_in_this_order() {
        assertThat(Arrays.stream(tomcat().findFilterMaps()).map(FilterMap::getFilterName))
                .containsExactly(
                        "traceIdFilter",
                        "characterEncodingFilter",
                        "webRequestFilter",
                        "webTagFilter",
                        "securityHeaders",
                        "rushAtTheDoor",
                        "maintenance",
                        "bodyLimit",
                        "accessFilter",
                        "readyFilter",
                        "rushAtTheShelf",
                        "resourceUrlEncodingFilter",
                        "Tomcat WebSocket (JSR356) Filter");
    }

    @Test
    void ours_are_called_for_requests_from_outside_only() {
        List<String> ours =
                List.copyOf(context.getBeansOfType(EachRequest.class).keySet());
        assertThat(ours).hasSize(7);
        assertThat(tomcat().findFilterMaps())
                .filteredOn(map -> ours.contains(map.getFilterName()))
                .hasSameSizeAs(ours)
                .allSatisfy(map -> assertThat(map.getDispatcherNames()).containsExactly("REQUEST"));
        assertThat(servletContext.getFilterRegistrations().values())
                .filteredOn(filter -> filter.getClassName().startsWith("org.gomall"))
                .noneMatch(filter -> isOnce(filter.getClassName()));
    }

    private static boolean isOnce(String name) {
        try {
            return OncePerRequestFilter.class.isAssignableFrom(Class.forName(name));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private Context tomcat() {
        TomcatWebServer server = (TomcatWebServer) context.getWebServer();
        return (Context) server.getTomcat().getHost().findChildren()[0];
    }
}
