package org.gomall.product;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.gomall.api.common.Topics;
import org.gomall.api.product.SkuAdded;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What came out of our outbox through RocketMQ. */
@Configuration(proxyBeanMethods = false)
public class HeardEvents {

    @Bean
    Heard<SkuAdded> addedSkus() {
        return new Heard<>("test-sku-added", Topics.PRODUCT, SkuAdded.class);
    }

    @Bean
    Heard<PrivilegedAct> privilegedActs() {
        return new Heard<>("test-privileged-act", Topics.AUDIT, PrivilegedAct.class);
    }

    /** Remembers every event of one kind. */
    public static final class Heard<E> implements EventHandler<E> {

        private final String name;
        private final String topic;
        private final Class<E> type;
        private final List<E> events = new CopyOnWriteArrayList<>();

        Heard(String name, String topic, Class<E> type) {
            this.name = name;
            this.topic = topic;
            this.type = type;
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public Class<E> type() {
            return type;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void handle(E event) {
            events.add(event);
        }

        /** The events so far that match. */
        public List<E> matching(Predicate<E> which) {
            return events.stream().filter(which).toList();
        }
    }
}
