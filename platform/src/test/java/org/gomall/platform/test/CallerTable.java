package org.gomall.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** Compares the Dubbo references of the application under test with gomall-callers.yaml. */
final class CallerTable {

    static final String REFERENCE = "org.apache.dubbo.config.annotation.DubboReference";
    private static final String PREFIX = "gomall.callers.";

    private CallerTable() {}

    static void assertMatches(JavaClasses classes) {
        String application = text("application.yaml", "spring.application.name");
        if (application == null) {
            return;
        }
        Set<String> references = new TreeSet<>();
        for (JavaClass type : classes) {
            for (JavaMember member : type.getMembers()) {
                if (member.isAnnotatedWith(REFERENCE)) {
                    references.add(service(member));
                }
            }
        }
        assertThat(references)
                .as(
                        "services that %s refers to, and those which gomall-callers.yaml (platform) lets it call",
                        application)
                .isEqualTo(allowed(application));
    }

    /** The raw type of a field, or the type that a bean method's ReferenceBean is made for. */
    static String service(JavaMember member) {
        JavaType type =
                member instanceof JavaMethod method && method.getReturnType() instanceof JavaParameterizedType reference
                        ? reference.getActualTypeArguments().get(0)
                        : ((HasType) member).getType();
        return type.toErasure().getSimpleName();
    }

    private static Set<String> allowed(String application) {
        Set<String> allowed = new TreeSet<>();
        for (PropertySource<?> source : load("gomall-callers.yaml")) {
            ((Map<?, ?>) source.getSource()).forEach((key, value) -> {
                String name = key.toString();
                boolean listed = Arrays.asList(value.toString().split(",\\s*")).contains(application);
                if (name.startsWith(PREFIX) && listed) {
                    allowed.add(name.substring(PREFIX.length()));
                }
            });
        }
        return allowed;
    }

    static String text(String file, String property) {
        if (!new ClassPathResource(file).exists()) {
            return null;
        }
        return load(file).stream()
                .map(source -> source.getProperty(property))
                .filter(value -> value != null)
                .map(Object::toString)
                .findFirst()
                .orElse(null);
    }

    private static List<PropertySource<?>> load(String file) {
        try {
            return new YamlPropertySourceLoader().load(file, new ClassPathResource(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
