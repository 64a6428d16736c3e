package org.gomall.api.payment;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;

/** Records of payments for merchants and admins. Reading only; safe to repeat. */
public interface PaymentRecordService {

    /** What was paid for the orders of a shop, newest first. */
    Page<ShopPaymentView> ofShop(long shopId, int page, int size) throws BusinessException;

    /** Payments of everybody, newest first. */
    Page<PaymentRecordView> all(PaymentRecordQuery query) throws BusinessException;
}
