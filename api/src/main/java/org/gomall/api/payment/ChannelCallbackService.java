package org.gomall.api.payment;

import org.gomall.api.common.BusinessException;

/** Where callbacks of card channels are checked and applied. The secret that proves them is known here only. */
public interface ChannelCallbackService {

    /**
     * Applies a callback. Idempotent by event; what is older than what is known changes nothing.
     *
     * @throws BusinessException NO_PERMISSION when the signature is wrong or older than five minutes; VALIDATION when
     *     amount or currency differ from what was asked for; NOT_FOUND for an unknown channel, payment or refund
     */
    CallbackOutcome accept(ChannelCallback callback) throws BusinessException;
}
