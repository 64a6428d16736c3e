package org.gomall.payment.payments;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.Check;
import org.gomall.api.common.Page;
import org.gomall.api.common.PageLimits;
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
        long total = records.countOfShop(shopId, PageLimits.mostCounted(page, size));
        return new Page<>(records.ofShop(shopId, size, (page - 1) * size), page, size, total);
    }

    @Override
    public Page<PaymentRecordView> all(PaymentRecordQuery query) {
        List<RecordMapper.Row> found = records.all(query, (query.page() - 1) * query.size());
        long total = records.count(query, PageLimits.mostCounted(query.page(), query.size()));
        return new Page<>(withOrders(found), query.page(), query.size(), total);
    }

    private List<PaymentRecordView> withOrders(List<RecordMapper.Row> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Long>> orders = records
                .orders(found.stream().map(RecordMapper.Row::paymentId).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        RecordMapper.PaidFor::paymentId,
                        Collectors.mapping(RecordMapper.PaidFor::orderId, Collectors.toList())));
        return found.stream()
                .map(row -> row.view(orders.getOrDefault(row.paymentId(), List.of())))
                .toList();
    }
}
