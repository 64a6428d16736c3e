package org.gomall.platform.cells;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.dubbo.rpc.Invocation;
import org.gomall.api.common.CellBy;
import org.gomall.platform.id.Ids;

/** Reads from the arguments of a call which cell it is for, as {@link CellBy} at the methods of its service says. */
final class CellOfCall {

    private final Map<Signature, Key> keys = new HashMap<>();

    private record Signature(String method, List<Class<?>> parameters) {}

    private record Key(int argument, CellBy by) {}

    CellOfCall(Class<?> service) {
        for (Method method : service.getMethods()) {
            Parameter[] parameters = method.getParameters();
            for (int i = 0; i < parameters.length; i++) {
                CellBy by = parameters[i].getAnnotation(CellBy.class);
                if (by != null) {
                    keys.put(
                            new Signature(method.getName(), Arrays.asList(method.getParameterTypes())), new Key(i, by));
                }
            }
        }
    }

    /** Whether the service keeps its rows in cells. */
    boolean isKeptInCells() {
        return !keys.isEmpty();
    }

    /** The cell; empty when the call does not tell. */
    OptionalInt in(Cells cells, Invocation call) {
        Key key = keys.get(new Signature(call.getMethodName(), Arrays.asList(call.getParameterTypes())));
        if (key == null) {
            return OptionalInt.empty();
        }
        Object argument = call.getArguments()[key.argument()];
        Object value = at(argument, key.by().of());
        if (value instanceof Long number) {
            return OptionalInt.of(key.by().value() == CellBy.Key.USER ? cells.ofUser(number) : Ids.cellOf(number));
        }
        Object guest =
                key.by().orGuest().isEmpty() ? null : at(argument, key.by().orGuest());
        return guest instanceof String token ? OptionalInt.of(cells.ofGuest(token)) : OptionalInt.empty();
    }

    private static Object at(Object start, String path) {
        Object value = first(start);
        if (!path.isEmpty()) {
            for (String component : path.split("\\.")) {
                value = value == null ? null : first(component(value, component));
            }
        }
        return value;
    }

    /** All rows of one call lie in one cell, because they are one user's. */
    private static Object first(Object value) {
        if (value instanceof Iterable<?> many) {
            Iterator<?> each = many.iterator();
            return each.hasNext() ? each.next() : null;
        }
        return value;
    }

    private static Object component(Object of, String name) {
        try {
            return of.getClass().getMethod(name).invoke(of);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(of.getClass() + " has no " + name, e);
        }
    }
}
