package org.gomall.api.common;

/**
 * A command that knows what a well-formed one looks like.
 *
 * <p>The platform calls {@link #check()} on every argument of a Dubbo call, before sending and again on arrival, so that
 * the rule stands in one place and no provider trusts its caller.
 */
public interface Checked {

    /**
     * Refuses a malformed command.
     *
     * @throws BusinessException {@link ErrorCode#VALIDATION} with one entry per wrong field
     */
    void check() throws BusinessException;
}
