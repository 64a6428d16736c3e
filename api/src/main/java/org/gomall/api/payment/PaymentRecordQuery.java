package org.gomall.api.payment;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Which payments; null means any. */
public record PaymentRecordQuery(PaymentStatus status, Long userId, int page, int size)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields().paging(page, size).orRefuse();
    }
}
