package org.gomall.web.envelope;

import java.io.Serial;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.Collection;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Ids have 64 bits, more than a JavaScript number holds: every property {@code …Id} or {@code …Ids} of type long is written
 * as a string, and read from a string or a number.
 */
final class IdsAsStrings extends NopAnnotationIntrospector {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public Object findSerializer(MapperConfig<?> config, Annotated member) {
        return isId(member) ? ToStringSerializer.class : null;
    }

    @Override
    public Object findContentSerializer(MapperConfig<?> config, Annotated member) {
        return isListOfIds(member) ? ToStringSerializer.class : null;
    }

    @Override
    public Object findDeserializer(MapperConfig<?> config, Annotated member) {
        return isId(member) ? IdReader.class : null;
    }

    @Override
    public Object findContentDeserializer(MapperConfig<?> config, Annotated member) {
        return isListOfIds(member) ? IdReader.class : null;
    }

    private static boolean isId(Annotated member) {
        Class<?> type = member.getRawType();
        return (type == long.class || type == Long.class) && name(member).endsWith("Id");
    }

    private static boolean isListOfIds(Annotated member) {
        return Collection.class.isAssignableFrom(member.getRawType())
                && member.getType().getContentType() != null
                && member.getType().getContentType().hasRawClass(Long.class)
                && name(member).endsWith("Ids");
    }

    private static String name(Annotated member) {
        if (member instanceof AnnotatedParameter parameter) {
            Executable owner = (Executable) parameter.getOwner().getMember();
            return owner instanceof Constructor<?> ? owner.getParameters()[parameter.getIndex()].getName() : "";
        }
        return member instanceof AnnotatedMember ? member.getName() : "";
    }

    /** Reads {@code "123"} and {@code 123}. */
    static final class IdReader extends StdDeserializer<Long> {

        IdReader() {
            super(Long.class);
        }

        @Override
        public Long deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return json.getLongValue();
            }
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                String text = json.getString();
                if (text.matches("[0-9]{1,19}")) {
                    try {
                        return Long.parseLong(text);
                    } catch (NumberFormatException e) {
                        // More than 64 bits: refused below like any other text.
                    }
                }
            }
            return (Long) context.handleUnexpectedToken(Long.class, json);
        }
    }
}
