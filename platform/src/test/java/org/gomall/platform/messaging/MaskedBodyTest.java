package org.gomall.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedBodyTest {

    @Test
    void ids_amounts_states_and_times_are_shown_and_texts_are_not() {
        assertThat(MaskedBody.of("""
                        {"orderId":271828182845904523,"amountCents":100,"status":"CREATED","at":"2026-06-01T12:00:00.5Z",
                         "receiver":"Li Lei","phone":"13800000000","lines":[{"name":"Mug"},null,true],"note":""}"""))
                .isEqualTo("{\"orderId\":271828182845904523,\"amountCents\":100,\"status\":\"CREATED\","
                        + "\"at\":\"2026-06-01T12:00:00.5Z\",\"receiver\":\"L***\",\"phone\":\"1***\","
                        + "\"lines\":[{\"name\":\"M***\"},null,true],\"note\":\"\"}");
    }

    @Test
    void what_is_no_json_is_not_shown_at_all() {
        assertThat(MaskedBody.of("{Li Lei")).isEqualTo("no JSON, 7 characters");
    }
}
