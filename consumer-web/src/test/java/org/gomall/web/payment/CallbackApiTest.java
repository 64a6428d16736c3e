package org.gomall.web.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.payment.CallbackOutcome;
import org.gomall.api.payment.ChannelCallback;
import org.gomall.api.payment.ChannelCallbackService;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A card channel needs no login, and its words arrive byte for byte where they are checked. */
@SliceTest
class CallbackApiTest {

    private static final String PATH = "/api/payments/callbacks/sandbox";

    @LocalServerPort
    int port;

    @Autowired
    ChannelCallbackService callbacks;

    @BeforeEach
    void forget() {
        reset(callbacks);
    }

    @Test
    void the_raw_body_and_the_headers_go_on_unread() {
        when(callbacks.accept(any())).thenReturn(CallbackOutcome.APPLIED);
        String body = "{ \"eventId\" : \"evt_1\",\n \"unknown\": \"卡\" }";

        Answer answer = Browser.at(port)
                .header("X-Channel-Timestamp", "1")
                .header("X-Channel-Signature", "abc")
                .header("X-Channel-Event-Id", "evt_1")
                .post(PATH, body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().get("outcome").stringValue()).isEqualTo("APPLIED");
        verify(callbacks).accept(new ChannelCallback("sandbox", "1", "abc", "evt_1", body));
    }

    @Test
    void what_provider_payment_refuses_is_refused() {
        when(callbacks.accept(any()))
                .thenThrow(new BusinessException(ErrorCode.NO_PERMISSION))
                .thenThrow(BusinessException.notFound("Payment"));

        assertThat(Browser.at(port).post(PATH, "{}").code()).isEqualTo(40300);
        assertThat(Browser.at(port).post(PATH, "{}").code()).isEqualTo(40400);
    }

    @Test
    void nothing_else_is_open() {
        assertThat(Browser.at(port).get(PATH).status()).isEqualTo(405);
        assertThat(Browser.at(port).post(PATH + "/more", "{}").status()).isIn(401, 404);
        verifyNoInteractions(callbacks);
    }
}
