package org.gomall.payment.payments;

import java.time.Clock;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.payment.CallbackOutcome;
import org.gomall.api.payment.ChannelCallback;
import org.gomall.api.payment.ChannelCallbackService;
import org.gomall.payment.channel.CardChannel;
import org.gomall.payment.channel.ChannelCharge;
import org.gomall.payment.channel.ChannelEvent;
import org.gomall.payment.channel.SignedCallbacks;
import org.gomall.payment.payments.Charges.Booking;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything the channel says ends here, whether it called back or was asked. */
@DubboService
class ChannelNews implements ChannelCallbackService {

    private final SignedCallbacks signed;
    private final Charges charges;
    private final Refunds refunds;
    private final Settlement settlement;
    private final ChargeMapper events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChannelNews(
            SignedCallbacks signed,
            Charges charges,
            Refunds refunds,
            Settlement settlement,
            ChargeMapper events,
            TransactionTemplate transaction,
            Clock clock) {
        this.signed = signed;
        this.charges = charges;
        this.refunds = refunds;
        this.settlement = settlement;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public CallbackOutcome accept(ChannelCallback callback) {
        if (!CardChannel.NAME.equals(callback.channel())) {
            throw BusinessException.notFound("Channel");
        }
        ChannelEvent event = signed.read(callback);
        boolean isNew = event.type() == ChannelEvent.Type.CHARGE
                ? hear(event.charge(), event.eventId())
                : Boolean.TRUE.equals(
                        transaction.execute(status -> isFirst(event.eventId()) && refunds.hear(event.refund())));
        return isNew ? CallbackOutcome.APPLIED : CallbackOutcome.NOTHING_NEW;
    }

    /** An answer of the channel about a charge. */
    void hear(ChannelCharge answer) {
        tell(charges.book(answer));
    }

    private boolean hear(ChannelCharge news, String eventId) {
        Booking booking = transaction.execute(status -> isFirst(eventId) ? charges.book(news) : null);
        if (booking == null) {
            return false;
        }
        tell(booking);
        return booking.isNew();
    }

    /** The event and what it does are one transaction: a crash in between leaves it to the repetition. */
    private boolean isFirst(String eventId) {
        return events.addEvent(CardChannel.NAME, eventId, clock.instant()) == 1;
    }

    private void tell(Booking booking) {
        if (!booking.paid().isEmpty()) {
            settlement.settle(booking.paymentId(), booking.paid());
        }
    }
}
