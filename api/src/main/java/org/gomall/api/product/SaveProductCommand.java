package org.gomall.api.product;

import java.io.Serializable;
import java.util.Map;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Checked;
import org.gomall.api.common.ErrorCode;

/**
 * A new product of a shop, or new contents for one it has.
 *
 * @param shopId the shop of the actor
 * @param productId null for a new product
 */
public record SaveProductCommand(ActingUser actor, long shopId, Long productId, ProductDraft draft)
        implements Checked, Serializable {

    @Override
    public void check() {
        if (draft == null) {
            throw new BusinessException(
                    ErrorCode.VALIDATION, ErrorCode.VALIDATION.defaultMessage(), Map.of("name", "must not be empty"));
        }
        draft.check();
    }
}
