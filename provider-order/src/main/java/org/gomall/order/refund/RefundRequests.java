package org.gomall.order.refund;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Replayable;
import org.gomall.api.order.RefundRequestService;
import org.gomall.api.order.RefundRequestView;
import org.gomall.api.order.RefundStatus;
import org.gomall.api.order.RequestRefundCommand;
import org.gomall.order.orders.OrderReader;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;

/** The Dubbo face of refunds for shoppers. The key is a column of the request itself, so one insert protects both. */
@DubboService(timeout = 3000)
class RefundRequests implements RefundRequestService {

    private static final int ATTEMPTS = 3;

    private final RefundDesk desk;
    private final RefundReader reader;
    private final OrderReader orders;
    private final MoneyBack money;

    RefundRequests(RefundDesk desk, RefundReader reader, OrderReader orders, MoneyBack money) {
        this.desk = desk;
        this.reader = reader;
        this.orders = orders;
        this.money = money;
    }

    @Override
    public Replayable<RefundRequestView> request(RequestRefundCommand command) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<RefundRequestView> before = before(command);
            if (before.isPresent()) {
                return Replayable.again(before.get());
            }
            try {
                return Replayable.first(requestNow(command));
            } catch (DuplicateKeyException | PessimisticLockingFailureException faster) {
                // Another request for this order, or a twin of this one: the next look tells which.
            } catch (BusinessException refusal) {
                // A twin may have finished meanwhile and be the very reason.
                return Replayable.again(before(command).orElseThrow(() -> refusal));
            }
        }
        throw new BusinessException(
                ErrorCode.UNAVAILABLE, ErrorCode.UNAVAILABLE.defaultMessage(), Map.of("retryAfterSeconds", 1));
    }

    @Override
    public List<RefundRequestView> ofOrder(long userId, long orderId) {
        return reader.ofOrder(orders.ofUser(userId, orderId).orderId());
    }

    private RefundRequestView requestNow(RequestRefundCommand command) {
        StoredRefund refund = desk.open(command);
        if (refund.status() == RefundStatus.APPROVED) {
            money.drive(refund);
        }
        return reader.view(refund.shopId(), refund.refundId());
    }

    private Optional<RefundRequestView> before(RequestRefundCommand command) {
        Optional<StoredRefund> known = reader.ofKey(command.userId(), command.idempotencyKey());
        if (known.isPresent() && !known.get().answers(command)) {
            throw new BusinessException(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        }
        return known.map(reader::view);
    }
}
