package org.gomall.order.orders;

import java.time.Clock;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.ShipCommand;
import org.gomall.api.order.UpdateOrderCommand;
import org.gomall.api.user.AddressView;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.order.settings.OrderSettings;
import org.gomall.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their orders in one local transaction. */
@Component
@Transactional
public class OrderDesk {

    private final OrderMapper orders;
    private final OrderReader reader;
    private final OrderSteps steps;
    private final OrderSettings settings;
    private final Outbox outbox;
    private final Clock clock;

    OrderDesk(
            OrderMapper orders,
            OrderReader reader,
            OrderSteps steps,
            OrderSettings settings,
            Outbox outbox,
            Clock clock) {
        this.orders = orders;
        this.reader = reader;
        this.steps = steps;
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Changes note and address until the order is shipped.
     *
     * @param address the new address, or null to leave it
     */
    public OrderView update(UpdateOrderCommand command, AddressView address) {
        StoredOrder order = reader.ofUser(command.userId(), command.orderId());
        boolean done = true;
        if (command.note() != null) {
            done = orders.renote(command.userId(), command.orderId(), Notes.tidy(command.note())) == 1;
        }
        if (address != null) {
            done &= readdress(command, address);
        }
        if (!done) {
            throw new BusinessException(
                    ErrorCode.ILLEGAL_STATE,
                    "The order is " + order.state().shown() + " and cannot be changed any more");
        }
        return reader.view(reader.ofUser(command.userId(), command.orderId()));
    }

    /** The shopper has the goods. */
    public OrderView receive(long userId, long orderId) {
        StoredOrder order = reader.ofUser(userId, orderId);
        steps.takeOrRefuse(order, Step.received(Actor.USER, settings.completeAfter()));
        return reader.view(reader.ofUser(userId, orderId));
    }

    /** The shop has handed the parcel over. */
    public OrderView ship(ShipCommand command) {
        StoredOrder order = reader.ofShop(command.shopId(), command.orderId());
        steps.takeOrRefuse(order, Step.shipped(command.carrier(), command.trackingNo(), settings.autoReceiveAfter()));
        outbox.publish(
                Topics.AUDIT,
                PrivilegedAct.of(
                        command.actor(),
                        "order.ship",
                        "order:" + command.orderId(),
                        Map.of("carrier", command.carrier(), "trackingNo", command.trackingNo()),
                        clock.instant()));
        return reader.view(reader.ofShop(command.shopId(), command.orderId()));
    }

    /** Time has passed: a shipped order is received, a received one complete. Anything else is left as it is. */
    public void advance(long orderId) {
        reader.any(orderId).ifPresent(order -> {
            if (order.state().shown() == OrderStatus.SHIPPED) {
                steps.take(order, Step.received(Actor.SYSTEM, settings.completeAfter()));
            } else if (order.state().shown() == OrderStatus.RECEIVED) {
                steps.take(order, Step.completed());
            }
        });
    }

    private boolean readdress(UpdateOrderCommand command, AddressView address) {
        return orders.readdress(
                        command.userId(),
                        command.orderId(),
                        address.receiver(),
                        address.phone(),
                        address.province(),
                        address.city(),
                        address.district(),
                        address.street(),
                        address.zip())
                == 1;
    }
}
