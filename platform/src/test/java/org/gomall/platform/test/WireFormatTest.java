package org.gomall.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.common.Replayable;
import org.gomall.api.ops.DeadLetterService;
import org.junit.jupiter.api.Test;

class WireFormatTest {

    /** Not in the allowlist, which names org.gomall.api only. */
    private record Stranger(String name) implements java.io.Serializable {}

    @Test
    void common_types_survive() {
        WireFormat.assertRoundTrips(Page.class, Replayable.class, ErrorCode.class);
    }

    @Test
    void the_dead_letters_that_every_provider_shows_survive() {
        WireFormat.assertService(DeadLetterService.class);
    }

    @Test
    void a_refusal_survives_with_its_details() {
        BusinessException sent = new BusinessException(
                ErrorCode.OUT_OF_STOCK, "gone", Map.of("skuId", 9_007_199_254_740_993L, "left", List.of(1, 2)));

        BusinessException arrived = WireFormat.roundTrip(sent);

        assertThat(arrived.error()).isEqualTo(ErrorCode.OUT_OF_STOCK);
        assertThat(arrived).hasMessage("gone");
        assertThat(arrived.details()).isEqualTo(sent.details());
    }

    @Test
    void a_class_outside_the_allowlist_is_not_brought_to_life() {
        Object arrived = WireFormat.<Object>roundTrip(new Stranger("x"));

        assertThat(arrived).isNotInstanceOf(Stranger.class);
    }
}
