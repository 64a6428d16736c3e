package org.gomall.web.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gomall.web.live.EventReader.next;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import java.io.BufferedReader;
import java.time.Instant;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentStatusChanged;
import org.gomall.api.payment.PaymentView;
import org.gomall.web.live.EventStreamTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PaymentEventsTest extends EventStreamTest {

    private static final long PAYMENT = 8_199_254_740_993_001L;
    private static final Instant AT = Instant.parse("2026-11-21T00:00:00Z");

    @Autowired
    private PaymentEvents events;

    @Autowired
    private PaymentService payments;

    PaymentEventsTest() {
        super("/api/payments/" + PAYMENT + "/events");
    }

    @BeforeEach
    void alice_pays_by_card() {
        reset(payments);
        when(payments.get(anyLong(), anyLong())).thenThrow(new BusinessException(ErrorCode.NOT_FOUND));
        doReturn(new PaymentView(
                        PAYMENT, List.of(1L), PaymentMethod.CARD, PaymentStatus.PENDING, 300, 0, AT, List.of()))
                .when(payments)
                .get(1001, PAYMENT);
    }

    @Test
    void tells_where_the_payment_is_and_that_the_card_was_declined() throws Exception {
        BufferedReader stream = read();
        assertThat(next(stream))
                .isEqualTo("event:status data:{\"paymentId\":\"" + PAYMENT
                        + "\",\"from\":null,\"to\":\"PENDING\",\"at\":null}");

        events.handle(new PaymentStatusChanged(PAYMENT + 1, 1001, PaymentStatus.PENDING, PaymentStatus.SUCCEEDED, AT));
        events.handle(new PaymentStatusChanged(PAYMENT, 1002, PaymentStatus.PENDING, PaymentStatus.SUCCEEDED, AT));
        events.handle(new PaymentStatusChanged(PAYMENT, 1001, PaymentStatus.PENDING, PaymentStatus.FAILED, AT));

        assertThat(next(stream))
                .as("neither another payment nor another user's")
                .isEqualTo("event:status data:{\"paymentId\":\"" + PAYMENT
                        + "\",\"from\":\"PENDING\",\"to\":\"FAILED\",\"at\":\"2026-11-21T00:00:00Z\"}");
    }

    @Test
    void every_instance_hears_of_every_payment() {
        assertThat(events.broadcast()).isTrue();
    }
}
