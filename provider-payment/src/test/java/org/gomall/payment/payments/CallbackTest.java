package org.gomall.payment.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gomall.payment.ChannelHand.body;
import static org.gomall.payment.ChannelHand.signed;
import static org.gomall.payment.MoneyRows.refused;

import java.util.List;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.payment.CallbackOutcome;
import org.gomall.api.payment.ChannelCallback;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.payment.ChannelHand;
import org.gomall.payment.FakeOrders;
import org.gomall.payment.FakeOrders.Mood;
import org.gomall.payment.MoneyRows;
import org.gomall.payment.PaymentTest;
import org.gomall.payment.RemoteCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a callback must prove, and what becomes of those that prove too little. */
@PaymentTest
class CallbackTest {

    @Autowired
    PaymentService payments;

    @Autowired
    ChannelHand channel;

    @Autowired
    RemoteCaller remote;

    @Autowired
    FakeOrders orders;

    @Autowired
    MoneyRows money;

    private long user;
    private long order;
    private long payment;

    /** A payment that the sandbox itself says nothing about for a while. */
    @BeforeEach
    void pending() {
        user = money.userWith(0);
        order = orders.order(user, 300, Mood.PAYABLE);
        payment = channel.pay(user, ChannelHand.LATE, order).paymentId();
    }

    @Test
    void a_signed_success_pays_the_order() {
        assertThat(channel.tell(payment, "SUCCEEDED", 300)).isEqualTo(CallbackOutcome.APPLIED);

        assertThat(status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(orders.mood(order)).isEqualTo(Mood.PAID);
    }

    @Test
    void a_forged_signature_is_refused() {
        ChannelCallback right = success(channel.now());
        List<String> forgeries = java.util.Arrays.asList(
                "",
                "0".repeat(64),
                right.signature().toUpperCase(java.util.Locale.ROOT),
                right.signature().substring(1),
                right.signature() + "0",
                null);
        for (String forged : forgeries) {
            assertRefused(
                    new ChannelCallback("sandbox", right.timestamp(), forged, right.eventId(), right.body()),
                    ErrorCode.NO_PERMISSION);
        }
        String other = right.body().replace("300", "301");
        assertRefused(
                new ChannelCallback("sandbox", right.timestamp(), right.signature(), right.eventId(), other),
                ErrorCode.NO_PERMISSION);
        assertNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, -3_600, 301, 86_400})
    void an_old_or_future_timestamp_is_refused(long seconds) {
        assertRefused(success(channel.now() + seconds), ErrorCode.NO_PERMISSION);
        assertNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "1e9", "-1", "99999999999999999999"})
    void a_timestamp_that_is_none_is_refused(String timestamp) {
        ChannelCallback right = success(channel.now());

        assertRefused(
                new ChannelCallback("sandbox", timestamp, right.signature(), right.eventId(), right.body()),
                ErrorCode.NO_PERMISSION);
        assertNothingHappened();
    }

    @Test
    void the_timestamp_is_part_of_what_is_signed() {
        ChannelCallback old = success(channel.now() - 1_000);

        assertRefused(
                new ChannelCallback(
                        "sandbox", Long.toString(channel.now()), old.signature(), old.eventId(), old.body()),
                ErrorCode.NO_PERMISSION);
        assertNothingHappened();
    }

    @Test
    void another_amount_or_currency_is_refused() {
        long now = channel.now();
        String event = channel.event();

        assertRefused(signed(body(event, "CHARGE", payment, "SUCCEEDED", 1), now), ErrorCode.VALIDATION);
        assertRefused(signed(body(event, "CHARGE", payment, "SUCCEEDED", 30_000), now), ErrorCode.VALIDATION);
        String dollars = body(event, "CHARGE", payment, "SUCCEEDED", 300).replace("CNY", "USD");
        assertRefused(signed(dollars, now), ErrorCode.VALIDATION);
        assertNothingHappened();

        // The refused event was not noted: the right one of the same number counts.
        assertThat(remote.callbacks().accept(signed(body(event, "CHARGE", payment, "SUCCEEDED", 300), now)))
                .isEqualTo(CallbackOutcome.APPLIED);
    }

    @Test
    void unknown_payments_refunds_and_channels_are_not_found() {
        long unknown = orders.number();

        assertThatThrownBy(() -> channel.tell(unknown, "SUCCEEDED", 300)).satisfies(refused(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> channel.tellRefund(unknown, "DONE", 300)).satisfies(refused(ErrorCode.NOT_FOUND));
        ChannelCallback right = success(channel.now());
        assertRefused(
                new ChannelCallback("other", right.timestamp(), right.signature(), right.eventId(), right.body()),
                ErrorCode.NOT_FOUND);
        assertNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"eventId\":\"evt_x\"}",
                "{\"eventId\":\"evt_x\",\"type\":\"CHARGE\",\"reference\":\"1\",\"status\":\"RICH\",\"amountCents\":1}",
                "{\"eventId\":\"evt_x\",\"type\":\"GIFT\",\"reference\":\"1\",\"status\":\"DONE\",\"amountCents\":1}",
                "{\"eventId\":\"evt_x\",\"type\":\"CHARGE\",\"reference\":\"1 OR 1\",\"status\":\"PENDING\"}"
            })
    void signed_nonsense_is_refused(String body) {
        assertRefused(signed(body, channel.now()), ErrorCode.VALIDATION);
        assertNothingHappened();
    }

    @Test
    void the_event_number_in_the_header_must_be_the_signed_one() {
        ChannelCallback right = success(channel.now());

        assertRefused(
                new ChannelCallback("sandbox", right.timestamp(), right.signature(), "evt_other", right.body()),
                ErrorCode.VALIDATION);
        assertNothingHappened();
    }

    @Test
    void replays_and_twins_book_once() throws Exception {
        ChannelCallback callback = success(channel.now());

        List<Object> results =
                MoneyRows.atOnce(20, i -> () -> remote.callbacks().accept(callback));

        assertThat(results.stream().filter(CallbackOutcome.APPLIED::equals)).hasSize(1);
        assertThat(results.stream().filter(CallbackOutcome.NOTHING_NEW::equals)).hasSize(19);
        assertThat(channel.tell(payment, "SUCCEEDED", 300)).isEqualTo(CallbackOutcome.NOTHING_NEW);
        assertThat(money.number("SELECT COUNT(*) FROM ledger_entry WHERE reference_id = ?", payment))
                .isEqualTo(2);
        money.assertBooksBalance(user);
    }

    @Test
    void what_is_older_than_what_is_known_changes_nothing() {
        channel.tell(payment, "SUCCEEDED", 300);

        assertThat(channel.tell(payment, "PENDING", 300)).isEqualTo(CallbackOutcome.NOTHING_NEW);
        assertThat(channel.tell(payment, "DECLINED", 300)).isEqualTo(CallbackOutcome.NOTHING_NEW);
        assertThat(channel.tell(payment, "CANCELLED", 300)).isEqualTo(CallbackOutcome.NOTHING_NEW);

        assertThat(status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void a_decline_ends_the_payment_and_takes_no_money() {
        assertThat(channel.tell(payment, "DECLINED", 300)).isEqualTo(CallbackOutcome.APPLIED);

        assertThat(status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(money.number("SELECT COUNT(*) FROM ledger_entry WHERE reference_id = ?", payment))
                .isZero();
    }

    private ChannelCallback success(long timestamp) {
        return signed(body(channel.event(), "CHARGE", payment, "SUCCEEDED", 300), timestamp);
    }

    private void assertRefused(ChannelCallback callback, ErrorCode error) {
        assertThatThrownBy(() -> remote.callbacks().accept(callback)).satisfies(refused(error));
    }

    private void assertNothingHappened() {
        assertThat(status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(money.number("SELECT COUNT(*) FROM ledger_entry WHERE reference_id = ?", payment))
                .isZero();
    }

    private PaymentStatus status() {
        return payments.get(user, payment).status();
    }
}
