package org.gomall.order.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PurchaseLine;
import org.junit.jupiter.api.Test;

class RequestHashTest {

    private static final PurchaseLine A = new PurchaseLine(1, 2);
    private static final PurchaseLine B = new PurchaseLine(2, 1);

    @Test
    void the_order_of_the_lines_and_the_key_do_not_matter() {
        assertThat(hash("k1", List.of(A, B), false, 7L, 100L, "hi"))
                .isEqualTo(hash("k2", List.of(B, A), false, 7L, 100L, "hi"));
    }

    @Test
    void every_part_matters() {
        String hash = hash("k", List.of(A), false, 7L, 100L, "hi");
        assertThat(List.of(
                        hash("k", List.of(B), false, 7L, 100L, "hi"),
                        hash("k", List.of(new PurchaseLine(1, 3)), false, 7L, 100L, "hi"),
                        hash("k", List.of(A, B), false, 7L, 100L, "hi"),
                        hash("k", null, true, 7L, 100L, "hi"),
                        hash("k", List.of(A), false, 8L, 100L, "hi"),
                        hash("k", List.of(A), false, 7L, 101L, "hi"),
                        hash("k", List.of(A), false, 7L, null, "hi"),
                        hash("k", List.of(A), false, 7L, 100L, "ho"),
                        hash("k", List.of(A), false, 7L, 100L, null)))
                .doesNotContain(hash)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_note_cannot_pose_as_another_part() {
        assertThat(hash("k", List.of(A), false, 7L, null, "x;expected=5"))
                .isNotEqualTo(hash("k", List.of(A), false, 7L, 5L, "x"));
    }

    private static String hash(
            String key, List<PurchaseLine> items, boolean cart, Long addressId, Long expected, String note) {
        return RequestHash.of(new PlaceOrderCommand(9, key, items, cart, addressId, expected, note));
    }
}
