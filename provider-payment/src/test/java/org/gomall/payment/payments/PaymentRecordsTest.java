package org.gomall.payment.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gomall.api.common.Page;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentRecordQuery;
import org.gomall.api.payment.PaymentRecordService;
import org.gomall.api.payment.PaymentRecordView;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.ShopPaymentView;
import org.gomall.payment.ChannelHand;
import org.gomall.payment.FakeOrders;
import org.gomall.payment.FakeOrders.Mood;
import org.gomall.payment.MoneyRows;
import org.gomall.payment.PaymentTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PaymentTest
class PaymentRecordsTest {

    @Autowired
    PaymentRecordService records;

    @Autowired
    PaymentService payments;

    @Autowired
    ChannelHand channel;

    @Autowired
    FakeOrders orders;

    @Autowired
    MoneyRows money;

    @Test
    void a_shop_sees_its_share_of_every_payment_and_not_who_paid() {
        long user = money.userWith(1_000);
        long mine = orders.order(user, 300, Mood.PAYABLE);
        long strange = orders.order(user, 200, Mood.PAYABLE);
        long payment = payments.pay(new PayCommand(user, "key", List.of(mine, strange), PaymentMethod.WALLET))
                .value()
                .paymentId();
        long otherShop = orders.number();
        money.update("UPDATE payment_order SET shop_id = ? WHERE order_id = ?", otherShop, strange);

        Page<ShopPaymentView> own = records.ofShop(FakeOrders.SHOP, 1, 100);
        Page<ShopPaymentView> others = records.ofShop(otherShop, 1, 20);

        assertThat(own.items())
                .filteredOn(share -> share.paymentId() == payment)
                .extracting(ShopPaymentView::orderId, ShopPaymentView::amountCents)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(mine, 300L));
        assertThat(others.items()).extracting(ShopPaymentView::orderId).containsExactly(strange);
        assertThat(others.total()).isEqualTo(1);
        assertThat(records.ofShop(orders.number(), 1, 20)).isEqualTo(new Page<>(List.of(), 1, 20, 0));
    }

    @Test
    void admins_filter_by_status_and_user_and_page() {
        long user = money.userWith(1_000);
        long first = pay(user);
        long second = pay(user);
        long pending = channel.pay(user, ChannelHand.LATE, orders.order(user, 100, Mood.PAYABLE))
                .paymentId();

        assertThat(numbers(null, user, 1, 2)).containsExactly(pending, second);
        assertThat(numbers(null, user, 2, 2)).containsExactly(first);
        assertThat(numbers(PaymentStatus.SUCCEEDED, user, 1, 20)).containsExactly(second, first);
        assertThat(numbers(PaymentStatus.PENDING, null, 1, 20)).contains(pending);
        assertThat(numbers(null, null, 1, 20)).contains(pending);
        assertThat(records.all(new PaymentRecordQuery(null, user, 1, 2)).total())
                .isEqualTo(3);
    }

    @Test
    void admins_see_which_orders_a_payment_is_for() {
        long user = money.userWith(1_000);
        long single = orders.order(user, 100, Mood.PAYABLE);
        List<Long> pair = List.of(orders.order(user, 100, Mood.PAYABLE), orders.order(user, 200, Mood.PAYABLE));
        payments.pay(new PayCommand(user, "key-single", List.of(single), PaymentMethod.WALLET));
        payments.pay(new PayCommand(user, "key-pair", pair, PaymentMethod.WALLET));

        assertThat(records.all(new PaymentRecordQuery(null, user, 1, 20)).items())
                .extracting(PaymentRecordView::orderIds)
                .containsExactly(pair, List.of(single));
    }

    @Test
    void every_list_reads_along_an_index() {
        assertPlan("ix_payment_order_shop", "payment_order WHERE shop_id = 1 ORDER BY payment_id DESC, order_id DESC");
        assertPlan("ix_payment_status_newest", "payment WHERE status = 'PENDING' ORDER BY payment_id DESC");
        assertPlan("ix_payment_user", "payment WHERE user_id = 1 ORDER BY payment_id DESC");
        assertPlan("PRIMARY", "payment ORDER BY payment_id DESC");
        assertPlan("ix_charge_due", "charge WHERE due_at <= UTC_TIMESTAMP(6) ORDER BY due_at");
        assertPlan("ix_refund_due", "refund WHERE due_at <= UTC_TIMESTAMP(6) ORDER BY due_at");
    }

    private void assertPlan(String index, String query) {
        assertThat(money.plan("EXPLAIN SELECT * FROM " + query + " LIMIT 20"))
                .as(query)
                .contains(index)
                .doesNotContain("filesort");
    }

    private long pay(long user) {
        long order = orders.order(user, 100, Mood.PAYABLE);
        return payments.pay(new PayCommand(user, "key-" + order, List.of(order), PaymentMethod.WALLET))
                .value()
                .paymentId();
    }

    private List<Long> numbers(PaymentStatus status, Long user, int page, int size) {
        return records.all(new PaymentRecordQuery(status, user, page, size)).items().stream()
                .map(PaymentRecordView::paymentId)
                .toList();
    }
}
