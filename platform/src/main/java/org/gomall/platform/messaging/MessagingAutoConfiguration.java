package org.gomall.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.rocketmq.acl.common.AclClientRPCHook;
import org.apache.rocketmq.acl.common.SessionCredentials;
import org.gomall.api.ops.DeadLetterService;
import org.gomall.platform.cells.Cells;
import org.gomall.platform.cells.CellsAutoConfiguration;
import org.gomall.platform.config.LiveSettings;
import org.gomall.platform.database.LocalTransactions;
import org.gomall.platform.failures.Failures;
import org.gomall.platform.failures.FailuresAutoConfiguration;
import org.gomall.platform.id.Ids;
import org.gomall.platform.id.IdsAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events out (outbox, with a schema) and in (handlers). */
@AutoConfiguration(
        after = {IdsAutoConfiguration.class, FailuresAutoConfiguration.class, CellsAutoConfiguration.class},
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnProperty("gomall.rocketmq.address")
public class MessagingAutoConfiguration {

    private static final int MAX_ATTEMPTS = 16;

    @Bean
    MessagingSettings messagingSettings(
            @Value("${spring.application.name}") String application,
            @Value("${gomall.rocketmq.address}") String nameServer,
            @Value("${gomall.messaging.space:}") String space,
            @Value("${gomall.messaging.since:#{null}}") Instant since,
            @Value("${gomall.rocketmq.access-key:}") String accessKey,
            @Value("${gomall.rocketmq.secret-key:}") String secretKey,
            Cells cells,
            LiveSettings live) {
        AclClientRPCHook credentials =
                accessKey.isBlank() ? null : new AclClientRPCHook(new SessionCredentials(accessKey, secretKey));
        return new MessagingSettings(
                application,
                cells.own().orElse(0),
                nameServer,
                space,
                since,
                () -> (int) Math.max(1, live.number("gomall.messaging.max-attempts", MAX_ATTEMPTS)),
                credentials);
    }

    @Bean
    EventConsumer broadcastEventConsumer(
            MessagingSettings settings, List<EventHandler<?>> handlers, ObjectProvider<MeterRegistry> meters) {
        List<EventHandler<?>> everywhere =
                handlers.stream().filter(EventHandler::broadcast).toList();
        return EventConsumer.everywhere(settings, everywhere, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** Outbox, inbox and dead letters live in the own schema. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("gomall.schema")
    static class WithSchema {

        @Bean
        @DependsOnDatabaseInitialization
        InboxTable inboxTable(JdbcClient jdbc, JdbcOperations batch, Ids ids) {
            return new InboxTable(jdbc, batch, ids);
        }

        @Bean
        Inbox inbox(InboxTable table, LocalTransactions transactions) {
            return new Inbox(table, transactions.joining());
        }

        @Bean
        @DependsOnDatabaseInitialization
        OutboxRelay outboxRelay(
                JdbcClient jdbc,
                Ids ids,
                Clock clock,
                InboxTable inbox,
                MessagingSettings settings,
                Failures failures,
                LocalTransactions transactions,
                ObjectProvider<MeterRegistry> meters) {
            OutboxTable table = new OutboxTable(jdbc, ids, clock, () -> {});
            OutboxRelay relay =
                    new OutboxRelay(table, inbox, new BrokerSender(settings, failures), transactions.joining());
            meters.ifAvailable(registry -> {
                Gauge.builder("gomall.outbox.rows", relay, it -> it.backlog().rows())
                        .description("events which wait for the broker")
                        .register(registry);
                Gauge.builder(
                                "gomall.outbox.oldest",
                                relay,
                                it -> it.backlog().oldest().toMillis() / 1_000.0)
                        .baseUnit("seconds")
                        .description("how long the oldest of them has been waiting")
                        .register(registry);
                Gauge.builder("gomall.dead.letters", relay, OutboxRelay::deadLetters)
                        .description("events that could not be applied and wait for somebody")
                        .register(registry);
            });
            return relay;
        }

        @Bean
        @ConditionalOnMissingBean
        Outbox outbox(JdbcClient jdbc, Ids ids, Clock clock, OutboxRelay relay) {
            return new OutboxTable(jdbc, ids, clock, relay::wake);
        }

        @Bean
        DeadLetters deadLetters(InboxTable table, Inbox inbox, List<EventHandler<?>> handlers) {
            return new StoredDeadLetters(table, inbox, handlers);
        }

        /** In a group of its own, because every provider has its own letters. */
        @Bean
        @DubboService(interfaceClass = DeadLetterService.class, group = "${spring.application.name}", timeout = 3000)
        DeadLetterService deadLetterService(
                DeadLetters letters, @Value("${spring.application.name}") String application) {
            return new DeadLetterDesk(letters, application);
        }

        @Bean
        EventConsumer eventConsumer(
                MessagingSettings settings,
                List<EventHandler<?>> handlers,
                Inbox inbox,
                InboxTable table,
                ObjectProvider<MeterRegistry> meters) {
            List<EventHandler<?>> once =
                    handlers.stream().filter(handler -> !handler.broadcast()).toList();
            return EventConsumer.once(settings, once, inbox, table, meters.getIfAvailable(SimpleMeterRegistry::new));
        }
    }
}
