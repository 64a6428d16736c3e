package org.gomall.stock.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gomall.api.common.BusinessException;
import org.gomall.stock.StockCaller;
import org.gomall.stock.StockRows;
import org.gomall.stock.StockTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** The control run of the Seata proof: with transactions off, nothing takes a reservation back. */
@StockTest
class ControlRunTest {

    @Autowired
    StockRows rows;

    @Autowired
    ReserveBranch reserveBranch;

    @Autowired
    ReleaseBranch releaseBranch;

    @Autowired
    Reservations reservations;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void without_a_global_transaction_both_phases_happen_at_once_in_the_control_run_only() {
        long sku = rows.sku(5);
        long order = rows.number();
        StockReservations control = service("test-control");

        assertThatThrownBy(() -> service("demo").reserve(StockCaller.command(order, sku, 2)))
                .isInstanceOf(BusinessException.class);
        control.reserve(StockCaller.command(order, sku, 2));
        assertThat(rows.reservation(order)).containsExactly("RESERVED 2");
        control.release(order);

        assertThat(rows.reservation(order)).containsExactly("RELEASED 2");
        assertThat(rows.level(sku).available()).isEqualTo(5);
        rows.assertExact(sku);
    }

    private StockReservations service(String profile) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new StockReservations(reserveBranch, releaseBranch, reservations, transaction, environment);
    }
}
