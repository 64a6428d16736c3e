package org.gomall.order.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.gomall.api.order.OrderStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStateTest {

    @ParameterizedTest
    @EnumSource(
            value = OrderState.class,
            names = {"PLACING", "CANCELLING"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_settled_state_steps_like_the_status_everybody_sees(OrderState state) {
        assertThat(state.shown().name()).isEqualTo(state.name());
        for (OrderStatus next : OrderStatus.values()) {
            assertThat(state.canTransitionTo(next)).isEqualTo(state.shown().canTransitionTo(next));
        }
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void an_order_that_is_being_placed_can_only_be_created_and_is_seen_by_nobody(OrderStatus next) {
        assertThat(OrderState.PLACING.canTransitionTo(next)).isEqualTo(next == OrderStatus.CREATED);
        assertThat(OrderState.PLACING.shown()).isNull();
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void an_order_that_is_being_cancelled_cannot_be_paid(OrderStatus next) {
        assertThat(OrderState.CANCELLING.canTransitionTo(next)).isEqualTo(next == OrderStatus.CANCELLED);
        assertThat(OrderState.CANCELLING.shown()).isEqualTo(OrderStatus.CREATED);
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void no_status_steps_to_itself_or_back_to_created(OrderStatus status) {
        assertThat(status.canTransitionTo(status)).isFalse();
        assertThat(status.canTransitionTo(OrderStatus.CREATED)).isFalse();
    }
}
