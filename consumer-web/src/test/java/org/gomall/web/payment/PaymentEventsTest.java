package org.gomall.web.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gomall.web.live.EventReader.next;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentStatusChanged;
import org.gomall.api.payment.PaymentView;
import org.gomall.slice.Browser;
import org.gomall.slice.SliceTest;
import org.gomall.web.live.EventReader;
import org.gomall.web.live.LiveStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SliceTest
@Timeout(30)
class PaymentEventsTest {

    private static final long PAYMENT = 8_199_254_740_993_001L;
    private static final Instant AT = Instant.parse("2026-11-21T00:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private PaymentEvents events;

    @Autowired
    private PaymentService payments;

    @Autowired
    private LiveStreams live;

    private EventReader reader;

    @BeforeEach
    void alice_pays_by_card() {
        reader = new EventReader(port, "/api/payments/" + PAYMENT + "/events", live);
        reset(payments);
        when(payments.get(anyLong(), anyLong())).thenThrow(new BusinessException(ErrorCode.NOT_FOUND));
        doReturn(new PaymentView(
                        PAYMENT, List.of(1L), PaymentMethod.CARD, PaymentStatus.PENDING, 300, 0, AT, List.of()))
                .when(payments)
                .get(1001, PAYMENT);
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
    }

    @Test
    void tells_where_the_payment_is_and_that_the_card_was_declined() throws Exception {
        BufferedReader stream = reader.open(Browser.at(port).token("alice"));
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

    @Test
    void does_not_exist_for_anybody_else() throws Exception {
        HttpResponse<InputStream> answer = reader.ask(Browser.at(port).token("nova"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("40400");
        assertThat(live.openStreams()).isZero();
    }
}
