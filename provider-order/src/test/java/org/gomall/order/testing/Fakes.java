package org.gomall.order.testing;

import java.time.Clock;
import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderPaid;
import org.gomall.api.order.OrderRefunded;
import org.gomall.api.order.OrdersCreated;
import org.gomall.api.order.PaymentRefused;
import org.gomall.api.order.RefundApproved;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.config.LiveDocument;
import org.gomall.platform.config.LiveSettings;
import org.gomall.platform.messaging.Outbox;
import org.gomall.platform.test.Heard;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The neighbours of provider-order, and an ear on its events. */
@TestConfiguration
@Import({FakeReserveBranch.class, FakeReleaseBranch.class}) // Seata overlooks branches that come from @Bean methods
public class Fakes {

    @Bean
    FakeStockTables fakeStockTables(JdbcClient jdbc) {
        return new FakeStockTables(jdbc);
    }

    @Bean
    @Primary
    FakeStock fakeStock(
            FakeStockTables tables,
            FakeReserveBranch reserve,
            FakeReleaseBranch release,
            TransactionTemplate transaction) {
        return new FakeStock(tables, reserve, release, transaction);
    }

    @Bean
    @Primary
    FakeCatalogue fakeCatalogue() {
        return new FakeCatalogue();
    }

    @Bean
    @Primary
    FakeAddresses fakeAddresses() {
        return new FakeAddresses();
    }

    @Bean
    @Primary
    FakeRefunds fakeRefunds(Outbox outbox, TransactionTemplate transaction) {
        return new FakeRefunds(outbox, transaction);
    }

    @Bean
    Heard<RefundApproved> heardApproved() {
        return new Heard<>("heard-approved", Topics.ORDER, RefundApproved.class);
    }

    @Bean
    Heard<OrderRefunded> heardRefunded() {
        return new Heard<>("heard-refunded", Topics.ORDER, OrderRefunded.class);
    }

    @Bean
    Heard<PrivilegedAct> heardActs() {
        return new Heard<>("heard-acts", Topics.AUDIT, PrivilegedAct.class);
    }

    @Bean
    Heard<OrdersCreated> heardCreated() {
        return new Heard<>("heard-created", Topics.ORDER, OrdersCreated.class);
    }

    @Bean
    Heard<OrderPaid> heardPaid() {
        return new Heard<>("heard-paid", Topics.ORDER, OrderPaid.class);
    }

    @Bean
    Heard<PaymentRefused> heardRefused() {
        return new Heard<>("heard-refused", Topics.ORDER, PaymentRefused.class);
    }

    @Bean
    Shop shop(
            JdbcClient jdbc,
            FakeCatalogue catalogue,
            FakeAddresses addresses,
            FakeStock stock,
            LiveDocument documents,
            LiveSettings settings,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        return new Shop(jdbc, catalogue, addresses, stock, documents, settings, outbox, transaction, clock);
    }
}
