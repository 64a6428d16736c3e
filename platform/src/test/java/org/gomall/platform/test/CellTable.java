package org.gomall.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.gomall.api.common.CellBy;

/** Which calls of services tell the cell that keeps their rows, and whether what they name is there. */
public final class CellTable {

    private CellTable() {}

    /** The methods, as Service.method, that tell no cell. */
    public static Set<String> untold(Class<?>... services) {
        Set<String> untold = new TreeSet<>();
        for (Class<?> service : services) {
            for (Method method : service.getMethods()) {
                int told = 0;
                for (Parameter parameter : method.getParameters()) {
                    CellBy by = parameter.getAnnotation(CellBy.class);
                    if (by != null) {
                        told++;
                        assertThat(at(parameter.getParameterizedType(), by.of()))
                                .as("%s: %s", method, by.of())
                                .isIn(Arrays.<Class<?>>asList(long.class, Long.class));
                        if (!by.orGuest().isEmpty()) {
                            assertThat(at(parameter.getParameterizedType(), by.orGuest()))
                                    .isEqualTo(String.class);
                        }
                    }
                }
                assertThat(told).as(method.toString()).isLessThan(2);
                if (told == 0) {
                    untold.add(service.getSimpleName() + "." + method.getName());
                }
            }
        }
        return untold;
    }

    private static Type at(Type start, String path) {
        Type type = one(start);
        if (!path.isEmpty()) {
            for (String name : path.split("\\.")) {
                type = one(component(type, name).getGenericType());
            }
        }
        return type;
    }

    private static Type one(Type type) {
        return type instanceof ParameterizedType many
                        && many.getRawType() instanceof Class<?> raw
                        && Collection.class.isAssignableFrom(raw)
                ? many.getActualTypeArguments()[0]
                : type;
    }

    private static RecordComponent component(Type type, String name) {
        return Arrays.stream(((Class<?>) type).getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no " + name));
    }
}
