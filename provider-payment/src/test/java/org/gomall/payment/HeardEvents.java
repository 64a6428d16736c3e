package org.gomall.payment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gomall.api.common.Topics;
import org.gomall.api.payment.PaymentRefunded;
import org.gomall.api.payment.PaymentStatusChanged;
import org.gomall.api.payment.PaymentSucceeded;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Listens to what payments tell the world, through the real broker. */
@TestConfiguration(proxyBeanMethods = false)
public class HeardEvents {

    /** Events in the order of their arrival. */
    public static final List<Record> HEARD = new CopyOnWriteArrayList<>();

    @Bean
    EventHandler<PaymentSucceeded> heardSuccess() {
        return new Ear<>("HeardSuccess", PaymentSucceeded.class);
    }

    @Bean
    EventHandler<PaymentRefunded> heardRefund() {
        return new Ear<>("HeardRefund", PaymentRefunded.class);
    }

    @Bean
    EventHandler<PaymentStatusChanged> heardStatus() {
        return new Ear<>("HeardStatus", PaymentStatusChanged.class);
    }

    private record Ear<E extends Record>(String name, Class<E> type) implements EventHandler<E> {

        @Override
        public String topic() {
            return Topics.PAYMENT;
        }

        @Override
        public void handle(E event) {
            HEARD.add(event);
        }
    }
}
