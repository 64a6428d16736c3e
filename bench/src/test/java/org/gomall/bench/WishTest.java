package org.gomall.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WishTest {

    @Test
    void no_name_means_everything() {
        assertThat(Bench.names())
                .filteredOn(name -> !name.equals("growth"))
                .allMatch(Wish.of(List.of(), Bench.names())::includes)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_fills_the_mall_has_to_be_asked_for() {
        assertThat(Wish.of(List.of(), Bench.names()).includes("growth")).isFalse();
        assertThat(Wish.of(List.of("growth"), Bench.names()).includes("growth")).isTrue();
    }

    @Test
    void names_choose() {
        Wish wish = Wish.of(List.of("orders", "--quick"), Bench.names());

        assertThat(wish.includes("orders")).isTrue();
        assertThat(wish.includes("page")).isFalse();
        assertThat(wish.quick()).isTrue();
    }

    @Test
    void a_try_of_everything_leaves_out_the_start_which_has_no_quick_form() {
        Wish wish = Wish.of(List.of("--quick"), Bench.names());

        assertThat(wish.includes("page")).isTrue();
        assertThat(wish.includes(Bench.UP)).isFalse();
        assertThat(Wish.of(List.of("--quick", Bench.UP), Bench.names()).includes(Bench.UP))
                .isTrue();
    }

    @Test
    void an_unknown_name_is_told_the_known_ones() {
        assertThatThrownBy(() -> Wish.of(List.of("flash"), Bench.names()))
                .hasMessageContaining("no benchmark flash")
                .hasMessageContaining("product, page");
    }
}
