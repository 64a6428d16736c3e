package org.gomall.web.page;

import java.util.UUID;
import org.gomall.api.common.BusinessException;

/**
 * The idempotency key of a form. It is made on the server with the form, so that pressing twice, reloading the answer or
 * a lost reply never does the thing twice.
 */
public final class FormKeys {

    private FormKeys() {}

    /** A key for a new form. */
    public static String next() {
        return UUID.randomUUID().toString();
    }

    /** The key for the form that is shown again: the same while it is not known whether the first attempt worked. */
    public static String after(BusinessException e, String key) {
        return e.isFault() ? key : next();
    }
}
