package org.gomall.web.envelope;

import java.util.Map;
import org.gomall.api.common.ErrorCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Explains in our own words why a body could not be read; the parser's words name classes. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Failure failure(Throwable unreadable) {
        for (Throwable e = unreadable; e != null; e = e.getCause()) {
            if (e instanceof BodyTooLargeException) {
                return Failure.of(ErrorCode.TOO_LARGE);
            }
            if (e instanceof DatabindException || e instanceof InputCoercionException) {
                JacksonException wrong = (JacksonException) e;
                return Failure.fields(Map.of(field(wrong), message(wrong)));
            }
        }
        return Failure.of(ErrorCode.MALFORMED);
    }

    static boolean isTooLarge(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof BodyTooLargeException) {
                return true;
            }
        }
        return false;
    }

    private static String field(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(plain(step.getPropertyName()));
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    /** Names come from the client; what is echoed stays short and printable. */
    private static String plain(String name) {
        String printable = name.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() > 64 ? printable.substring(0, 64) : printable;
    }

    private static String message(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not a known field";
        }
        if (e instanceof InputCoercionException) {
            return "is too large or not a whole number";
        }
        if (e instanceof MismatchedInputException mismatch) {
            return "must be " + wanted(mismatch.getTargetType(), e instanceof InvalidFormatException);
        }
        return "is not valid";
    }

    private static String wanted(Class<?> type, boolean badValue) {
        if (type == null) {
            return "valid";
        }
        if (type == Long.class || type == long.class || type == Integer.class || type == int.class) {
            return "a whole number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "text";
        }
        if (java.util.Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return badValue ? "one of the known values" : "an object";
    }
}
