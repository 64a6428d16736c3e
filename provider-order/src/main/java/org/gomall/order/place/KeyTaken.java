package org.gomall.order.place;

import java.io.Serial;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;

/**
 * Another request with the same idempotency key was faster; its result will be this one's. A refusal, so that it comes
 * out of the global transaction as itself and is not taken for a fault.
 */
final class KeyTaken extends BusinessException {

    @Serial
    private static final long serialVersionUID = 1L;

    KeyTaken() {
        super(ErrorCode.CONFLICT);
    }
}
