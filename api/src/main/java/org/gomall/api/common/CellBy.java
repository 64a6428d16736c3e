package org.gomall.api.common;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameter of a service method that tells which cell keeps the rows of the call, in a mall whose orders lie in several
 * cells. A service with one such parameter is kept in cells; a call of it that tells no cell is refused there.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface CellBy {

    /** What kind of value it is. */
    Key value();

    /** Where in the parameter it stands: components with dots between them, the first of a list; empty for the parameter itself. */
    String of() default "";

    /** Where it stands when {@link #of} is null; then it is the token of a guest. */
    String orGuest() default "";

    /** What a cell is found by. */
    enum Key {
        /** The number of the user whose rows they are. */
        USER,
        /** A number that the cell itself has given to one of its rows: of an order or a refund. */
        ROW
    }
}
