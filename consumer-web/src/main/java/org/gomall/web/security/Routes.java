package org.gomall.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gomall.web.remote.LocalCache;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The paths that controllers serve, so that "there is no such path" and "log in first" can be told apart. */
@Component
class Routes {

    private static final String ANY = "*";

    /** Of a few hundred patterns hardly any fits, so what was found for a path is kept; who makes paths up finds no more room. */
    private static final int PATHS = 2_000;

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final Cache<String, Set<String>> found =
            LocalCache.builder().maximumSize(PATHS).build();
    private volatile List<Route> routes;

    Routes(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /**
     * The methods that some controller serves under this path; empty when there is no such path. Where the path has the number
     * of something, anything else in its place names nothing.
     */
    Set<String> methods(String path) {
        return found.get(path, this::look);
    }

    private Set<String> look(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        Set<String> methods = new TreeSet<>();
        for (Route route : routes()) {
            if (route.matches(parsed)) {
                methods.addAll(route.methods());
            }
        }
        return Collections.unmodifiableSet(methods);
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
            for (Map.Entry<RequestMappingInfo, HandlerMethod> mapping :
                    mappings.getObject().getHandlerMethods().entrySet()) {
                RequestMappingInfo info = mapping.getKey();
                Set<String> methods = info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .collect(Collectors.toSet());
                Set<String> numbers = numbers(mapping.getValue());
                for (PathPattern pattern : info.getPathPatternsCondition().getPatterns()) {
                    known.add(new Route(pattern, methods.isEmpty() ? Set.of(ANY) : methods, numbers));
                }
            }
            routes = known;
        }
        return known;
    }

    /** The variables of the path that a controller takes as numbers. */
    private static Set<String> numbers(HandlerMethod controller) {
        return Arrays.stream(controller.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(PathVariable.class)
                        && (parameter.getType() == long.class || parameter.getType() == int.class))
                .map(Parameter::getName)
                .collect(Collectors.toSet());
    }

    private static boolean isNumber(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private record Route(PathPattern pattern, Set<String> methods, Set<String> numbers) {

        private boolean matches(PathContainer path) {
            if (numbers.isEmpty()) {
                return pattern.matches(path);
            }
            PathPattern.PathMatchInfo found = pattern.matchAndExtract(path);
            return found != null
                    && numbers.stream().map(found.getUriVariables()::get).allMatch(Routes::isNumber);
        }
    }
}
