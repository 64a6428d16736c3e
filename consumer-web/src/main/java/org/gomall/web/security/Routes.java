package org.gomall.web.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The paths that controllers serve, so that "there is no such path" and "log in first" can be told apart. */
@Component
class Routes {

    private static final String ANY = "*";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile List<Route> routes;

    Routes(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** The methods that some controller serves under this path; empty when there is no such path. */
    Set<String> methods(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        Set<String> methods = new TreeSet<>();
        for (Route route : routes()) {
            if (route.pattern().matches(parsed)) {
                methods.addAll(route.methods());
            }
        }
        return methods;
    }

    /** A path for each that controllers serve, with something for every variable. */
    List<String> examples() {
        return routes().stream()
                .map(route -> route.pattern().getPatternString().replaceAll("\\{[^}]*}", "x"))
                .toList();
    }

    static boolean serves(Set<String> methods, String method) {
        return methods.contains(ANY) || methods.contains(method);
    }

    private List<Route> routes() {
        List<Route> known = routes;
        if (known == null) {
            known = new ArrayList<>();
            for (RequestMappingInfo info :
                    mappings.getObject().getHandlerMethods().keySet()) {
                Set<String> methods = info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .collect(Collectors.toSet());
                for (PathPattern pattern : info.getPathPatternsCondition().getPatterns()) {
                    known.add(new Route(pattern, methods.isEmpty() ? Set.of(ANY) : methods));
                }
            }
            routes = known;
        }
        return known;
    }

    private record Route(PathPattern pattern, Set<String> methods) {}
}
