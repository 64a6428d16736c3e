package org.gomall.platform.test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Map;
import org.apache.dubbo.common.URL;
import org.apache.dubbo.common.serialize.ObjectInput;
import org.apache.dubbo.common.serialize.ObjectOutput;
import org.apache.dubbo.common.serialize.Serialization;
import org.apache.dubbo.common.serialize.hessian2.Hessian2Serialization;
import org.apache.dubbo.common.utils.SerializeCheckStatus;
import org.apache.dubbo.common.utils.SerializeSecurityManager;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.apache.dubbo.rpc.model.FrameworkModel;
import org.assertj.core.api.Assertions;
import org.gomall.api.common.BusinessException;

/**
 * Sends values through Dubbo's own serializer (hessian2, class check STRICT, our allowlist) and looks whether they arrive
 * equal. Values are made up from the declared types; every record component must be of a type that hessian2
 * carries (no Optional, no EnumMap).
 */
public final class WireFormat {

    private static final FrameworkModel FRAMEWORK = new FrameworkModel();
    private static final URL STRICT = strict();

    private WireFormat() {}

    /** Every class arrives equal: once full, once with everything that may be missing missing. */
    public static void assertRoundTrips(Class<?>... types) {
        for (Class<?> type : types) {
            assertTypeRoundTrips(type);
        }
    }

    /** Every parameter and result of every method of these Dubbo interfaces arrives equal, and all methods declare their refusals. */
    public static void assertService(Class<?>... services) {
        for (Class<?> service : services) {
            for (Method method : service.getMethods()) {
                Assertions.assertThat(method.getExceptionTypes())
                        .as("%s declares BusinessException", method)
                        .contains(BusinessException.class);
                for (Type parameter : method.getGenericParameterTypes()) {
                    assertTypeRoundTrips(parameter);
                }
                if (method.getReturnType() != void.class) {
                    assertTypeRoundTrips(method.getGenericReturnType());
                }
            }
        }
    }

    /** The value as the other side receives it. */
    @SuppressWarnings("unchecked")
    public static <T> T roundTrip(T value) {
        Serialization hessian = new Hessian2Serialization();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ObjectOutput output = hessian.serialize(STRICT, bytes);
            output.writeObject(value);
            output.flushBuffer();
            ObjectInput input = hessian.deserialize(STRICT, new ByteArrayInputStream(bytes.toByteArray()));
            return (T) input.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(value.getClass() + " does not survive the wire: " + e, e);
        }
    }

    private static void assertTypeRoundTrips(Type type) {
        for (Object sample : Samples.of(type)) {
            if (sample == null) {
                continue;
            }
            Object arrived = roundTrip(sample);
            if (sample instanceof Throwable sent) {
                Assertions.assertThat(arrived).hasSameClassAs(sent);
                Assertions.assertThat(((Throwable) arrived).getMessage()).isEqualTo(sent.getMessage());
            } else if (sample.getClass().isArray()) {
                Assertions.assertThat(Arrays.deepEquals(new Object[] {arrived}, new Object[] {sample}))
                        .as("%s arrives equal", type)
                        .isTrue();
            } else {
                Assertions.assertThat(arrived).as("%s arrives equal", type).isEqualTo(sample);
            }
        }
    }

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        if (type instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof TypeVariable<?> variable) {
            return raw(variable.getBounds()[0]);
        }
        if (type instanceof GenericArrayType array) {
            return raw(array.getGenericComponentType()).arrayType();
        }
        throw new IllegalArgumentException("unknown kind of type: " + type);
    }

    private static URL strict() {
        ApplicationModel application = FRAMEWORK.newApplication();
        application.getDefaultModule();
        SerializeSecurityManager security = FRAMEWORK.getBeanFactory().getBean(SerializeSecurityManager.class);
        security.setCheckStatus(SerializeCheckStatus.STRICT);
        return new URL("dubbo", "127.0.0.1", 1, Map.of()).setScopeModel(application.getDefaultModule());
    }
}
