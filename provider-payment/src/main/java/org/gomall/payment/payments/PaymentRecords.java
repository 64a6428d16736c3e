package org.gomall.payment.payments;

import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.Check;
import org.gomall.api.common.Page;
import org.gomall.api.payment.PaymentRecordQuery;
import org.gomall.api.payment.PaymentRecordService;
import org.gomall.api.payment.PaymentRecordView;
import org.gomall.api.payment.ShopPaymentView;

/** The Dubbo face of payment records. */
@DubboService
class PaymentRecords implements PaymentRecordService {

    private final RecordMapper records;

    PaymentRecords(RecordMapper records) {
        this.records = records;
    }

    @Override
    public Page<ShopPaymentView> ofShop(long shopId, int page, int size) {
        Check.fields().paging(page, size).orRefuse();
        return new Page<>(records.ofShop(shopId, size, (page - 1) * size), page, size, records.countOfShop(shopId));
    }

    @Override
    public Page<PaymentRecordView> all(PaymentRecordQuery query) {
        return new Page<>(
                records.all(query, (query.page() - 1) * query.size()),
                query.page(),
                query.size(),
                records.count(query));
    }
}
