package org.gomall.user;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;

/** Asserts refusals. */
public final class Refusals {

    private Refusals() {}

    /** The call is refused with this code; returns the refusal. */
    public static BusinessException assertRefused(ErrorCode code, ThrowingCallable call) {
        BusinessException refusal = catchThrowableOfType(BusinessException.class, call);
        Assertions.assertThat(refusal).as("a refusal").isNotNull();
        Assertions.assertThat(refusal.error()).isEqualTo(code);
        return refusal;
    }
}
