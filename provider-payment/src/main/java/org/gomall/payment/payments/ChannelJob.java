package org.gomall.payment.payments;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.payment.channel.CardChannel;
import org.gomall.payment.channel.ChannelCharge;
import org.gomall.platform.tracing.TraceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the channel for charges, refunds and cancellations, and asks again until it has decided: the net under crashes, lost
 * answers and lost callbacks. All questions name our own number, so none is answered with a second charge.
 */
@Component
class ChannelJob {

    private static final Logger log = LoggerFactory.getLogger(ChannelJob.class);

    private static final int PAUSE_MS = 200;

    /** So many failures one after the other are not the fault of the payments: the channel is away. */
    private static final int HOPELESS = 3;

    /** Whoever waits this long may have missed that the order is gone. */
    private static final int ASK_ORDERS_AFTER = 3;

    private final ChannelWork work;
    private final CardChannel channel;
    private final ChannelNews news;
    private final Refunds refunds;
    private final OrderGateway orders;
    private final PaymentViews payments;
    private final Cancellation cancellation;

    ChannelJob(
            ChannelWork work,
            CardChannel channel,
            ChannelNews news,
            Refunds refunds,
            OrderGateway orders,
            PaymentViews payments,
            Cancellation cancellation) {
        this.work = work;
        this.channel = channel;
        this.news = news;
        this.refunds = refunds;
        this.orders = orders;
        this.payments = payments;
        this.cancellation = cancellation;
    }

    @Scheduled(fixedDelay = PAUSE_MS)
    void charges() {
        if (work.anyCharges()) {
            TraceId.run(TraceId.create(), () -> each(work.charges(), ChargeRow::paymentId, this::ask));
        }
    }

    @Scheduled(fixedDelay = PAUSE_MS)
    void refunds() {
        if (work.anyRefunds()) {
            TraceId.run(TraceId.create(), () -> each(work.refunds(), RefundRow::refundId, this::ask));
        }
    }

    private void ask(RefundRow refund) {
        refunds.hear(channel.refund(refund.refundId(), refund.paymentId(), refund.amountCents()));
    }

    private void ask(ChargeRow charge) {
        ChannelCharge answer = answer(charge);
        news.hear(answer);
        boolean waits = answer.status() == ChannelCharge.Status.PENDING && charge.payment() == PaymentStatus.PENDING;
        if (waits && charge.attempts() >= ASK_ORDERS_AFTER && !isPayable(charge)) {
            cancellation.expire(charge.userId(), charge.paymentId());
        }
    }

    private ChannelCharge answer(ChargeRow charge) {
        if (charge.payment() != PaymentStatus.PENDING) {
            return channel.cancel(charge.paymentId());
        }
        if (charge.attempts() == 1) {
            return charge(charge);
        }
        return channel.find(charge.paymentId()).orElseGet(() -> charge(charge));
    }

    private ChannelCharge charge(ChargeRow charge) {
        return channel.charge(charge.paymentId(), charge.token(), charge.amountCents());
    }

    private boolean isPayable(ChargeRow charge) {
        try {
            orders.payable(
                    charge.userId(),
                    payments.get(charge.userId(), charge.paymentId()).orderIds());
            return true;
        } catch (BusinessException refusal) {
            return refusal.error() != ErrorCode.ILLEGAL_STATE && refusal.error() != ErrorCode.NOT_FOUND;
        }
    }

    private static <T> void each(List<T> due, ToLongFunction<T> number, Consumer<T> task) {
        int failuresInARow = 0;
        for (T one : due) {
            if (failuresInARow == HOPELESS) {
                return;
            }
            try {
                task.accept(one);
                failuresInARow = 0;
            } catch (RuntimeException e) {
                log.warn("card channel: {} comes again: {}", number.applyAsLong(one), e.toString());
                failuresInARow++;
            }
        }
    }
}
