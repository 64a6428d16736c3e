package org.gomall.api.stock;

import java.io.Serializable;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * Wish to take pieces in or out. Whether the SKU is the merchant's own is for the caller to know.
 *
 * @param delta pieces that came (positive) or went (negative), not 0
 * @param reason for the ledger
 * @param key names this change: the same key changes the stock once
 */
public record AdjustStockCommand(long skuId, int delta, String reason, String key, ActingUser actor)
        implements Checked, Serializable {

    private static final int MOST = 1_000_000;

    @Override
    public void check() {
        Check.fields()
                .id(skuId, "skuId")
                .that(
                        delta != 0 && delta >= -MOST && delta <= MOST,
                        "delta",
                        "must be between -1000000 and 1000000, not 0")
                .text(reason, 200, "reason")
                .text(key, 64, "key")
                .orRefuse();
    }
}
