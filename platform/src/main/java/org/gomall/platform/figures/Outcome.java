package org.gomall.platform.figures;

import java.util.Locale;
import org.gomall.api.common.BusinessException;

/** How a request ended. Only faults are errors: a refusal says that the process works. */
enum Outcome {
    OK,
    REFUSED,
    FAULT;

    private static final int FIRST_ERROR_STATUS = 400;
    private static final int FIRST_FAULT_STATUS = 500;

    /** Of a Dubbo call. */
    static Outcome of(Throwable thrown) {
        if (thrown == null) {
            return OK;
        }
        return thrown instanceof BusinessException refusal && !refusal.isFault() ? REFUSED : FAULT;
    }

    /** Of a web request. */
    static Outcome of(int httpStatus) {
        if (httpStatus < FIRST_ERROR_STATUS) {
            return OK;
        }
        return httpStatus < FIRST_FAULT_STATUS ? REFUSED : FAULT;
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
