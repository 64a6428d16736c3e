package org.gomall.bench.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gomall.bench.report.Step;
import org.junit.jupiter.api.Test;

class OrderTraceTest {

    private static final long MILLISECOND = 1_000_000;

    private static Span span(String name, String text, long from, long to) {
        return new Span("provider-order", "0a", name, text, from * MILLISECOND, to * MILLISECOND);
    }

    @Test
    void steps_stand_in_the_order_of_their_beginning_with_their_statements() {
        List<Step> steps = OrderTrace.steps(List.of(
                span("SQL SELECT", "SELECT a\n   FROM b", 1_003, 1_004),
                span("POST /api/orders", "", 1_000, 1_020),
                span("OrderService.place", "", 1_000, 1_019)));

        assertThat(steps)
                .containsExactly(
                        new Step(0, 20, "provider-order", "POST /api/orders"),
                        new Step(0, 19, "provider-order", "OrderService.place"),
                        new Step(3, 1, "provider-order", "SELECT a FROM b"));
    }

    @Test
    void the_median_order_is_shown_and_lost_traces_are_left_out() {
        List<Span> slow = List.of(span("POST", "", 0, 90));
        List<Span> usual = List.of(span("POST", "", 0, 20), span("handle", "", 30, 500));
        List<Span> fast = List.of(span("POST", "", 0, 10));

        assertThat(OrderTrace.median(List.of(slow, List.of(), fast, usual))).isEqualTo(usual);
    }

    @Test
    void spans_are_read_from_what_applications_send() {
        byte[] span = message(
                field(1, new byte[] {0x0a}),
                field(5, "SQL SELECT"),
                fixed(7, 5),
                fixed(8, 9),
                field(9, message(field(1, "db.query.text"), field(2, message(field(1, "SELECT 1"))))));
        byte[] resource =
                message(field(1, message(field(1, "service.name"), field(2, message(field(1, "provider-stock"))))));
        byte[] request = message(field(1, message(field(1, resource), field(2, message(field(2, span))))));

        assertThat(OtlpMessage.spans(request))
                .containsExactly(new Span("provider-stock", "0a", "SQL SELECT", "SELECT 1", 5, 9));
    }

    private static byte[] message(byte[]... fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] field : fields) {
            out.writeBytes(field);
        }
        return out.toByteArray();
    }

    private static byte[] field(int number, String text) {
        return field(number, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] field(int number, byte[] bytes) {
        return message(new byte[] {(byte) (number << 3 | 2), (byte) bytes.length}, bytes);
    }

    private static byte[] fixed(int number, long value) {
        return message(
                new byte[] {(byte) (number << 3 | 1)},
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array());
    }
}
