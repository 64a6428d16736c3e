package org.gomall.platform.test;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;

/** Makes up values of a type: one with everything in it and, for records, one with every reference missing. */
final class Samples {

    private Samples() {}

    static List<Object> of(Type type) {
        Class<?> raw = WireFormat.raw(type);
        List<Object> samples = new ArrayList<>();
        for (Class<?> concrete : concrete(raw)) {
            samples.add(full(concrete == raw ? type : concrete, Map.of(), 0));
            if (concrete.isRecord()) {
                addEmpty(concrete, samples);
            }
        }
        return samples;
    }

    /** A sealed type stands for all its permitted classes. */
    private static List<Class<?>> concrete(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type);
        }
        List<Class<?>> all = new ArrayList<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            all.addAll(concrete(permitted));
        }
        return all;
    }

    private static void addEmpty(Class<?> type, List<Object> samples) {
        Object[] arguments = Arrays.stream(type.getRecordComponents())
                .map(component -> component.getType().isPrimitive() ? full(component.getType(), Map.of(), 0) : null)
                .toArray();
        try {
            samples.add(canonical(type).newInstance(arguments));
        } catch (ReflectiveOperationException refused) {
            // A record may refuse missing parts in its constructor; then there is no such value to send.
        }
    }

    private static Object full(Type type, Map<TypeVariable<?>, Type> bindings, int depth) {
        if (type instanceof TypeVariable<?> variable && bindings.containsKey(variable)) {
            return full(bindings.get(variable), Map.of(), depth);
        }
        Class<?> raw = WireFormat.raw(type);
        if (depth > 8) {
            return null;
        }
        Object simple = simple(raw);
        if (simple != null) {
            return simple;
        }
        if (raw.isEnum()) {
            Object[] constants = raw.getEnumConstants();
            return constants[constants.length - 1];
        }
        if (raw.isArray()) {
            Object array = Array.newInstance(raw.getComponentType(), 1);
            Array.set(array, 0, full(raw.getComponentType(), bindings, depth + 1));
            return array;
        }
        if (Collection.class.isAssignableFrom(raw) || raw == Iterable.class) {
            Object element = full(argument(type, 0), bindings, depth + 1);
            List<Object> elements = element == null ? List.of() : List.of(element);
            return Set.class.isAssignableFrom(raw) ? new LinkedHashSet<>(elements) : new ArrayList<>(elements);
        }
        if (Map.class.isAssignableFrom(raw)) {
            Map<Object, Object> map = raw == Map.class ? new HashMap<>() : new LinkedHashMap<>();
            map.put(full(argument(type, 0), bindings, depth + 1), full(argument(type, 1), bindings, depth + 1));
            return map;
        }
        if (raw.isSealed()) {
            return full(concrete(raw).get(0), Map.of(), depth + 1);
        }
        if (raw.isRecord()) {
            return record(type, raw, bindings, depth);
        }
        if (raw == BusinessException.class) {
            return new BusinessException(ErrorCode.CONFLICT, "no", Map.of("field", 1L));
        }
        throw new AssertionError("no sample for " + type + ": a type of the api should be a record, an enum, a"
                + " collection or a simple value");
    }

    private static Object simple(Class<?> type) {
        if (type == long.class || type == Long.class) {
            return 9_007_199_254_740_993L;
        }
        if (type == int.class || type == Integer.class) {
            return -1_234_567;
        }
        if (type == short.class || type == Short.class) {
            return (short) 1234;
        }
        if (type == byte.class || type == Byte.class) {
            return (byte) 12;
        }
        if (type == double.class || type == Double.class) {
            return 0.1;
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == String.class || type == Object.class || type == CharSequence.class) {
            return "Größe 大 😀\n";
        }
        if (type == Instant.class) {
            return Instant.parse("2026-02-28T23:59:59.123456Z");
        }
        if (type == Duration.class) {
            return Duration.ofMillis(90_001);
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2028, 2, 29);
        }
        if (type == LocalDateTime.class) {
            return LocalDateTime.of(2026, 1, 31, 23, 59, 58, 123_000);
        }
        return type == BigDecimal.class ? new BigDecimal("12345678901234567890.10") : null;
    }

    private static Object record(Type type, Class<?> raw, Map<TypeVariable<?>, Type> outer, int depth) {
        Map<TypeVariable<?>, Type> bindings = new HashMap<>();
        for (int i = 0; i < raw.getTypeParameters().length; i++) {
            Type argument = argument(type, i);
            bindings.put(raw.getTypeParameters()[i], outer.getOrDefault(argument, argument));
        }
        Object[] arguments = Arrays.stream(raw.getRecordComponents())
                .map(component -> full(component.getGenericType(), bindings, depth + 1))
                .toArray();
        try {
            return canonical(raw).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot make a sample of " + raw + ": " + e.getCause(), e);
        }
    }

    private static Constructor<?> canonical(Class<?> type) throws NoSuchMethodException {
        Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
        if (!Modifier.isPublic(constructor.getModifiers())) {
            constructor.setAccessible(true);
        }
        return constructor;
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[index]
                : Object.class;
    }
}
