package org.gomall.platform.messaging;

import java.time.Instant;

/**
 * Events that leave this process if, and only if, the surrounding local transaction commits.
 *
 * <p>The events of a transaction become rows of table {@code outbox} in the own schema, all with one statement right before
 * it commits. Then the relay sends them to RocketMQ and deletes the rows when the broker answered SEND_OK; while the broker
 * is away they stay. Delivery is at least once, in no particular order; {@link EventHandler} makes it once.
 *
 * <p>The idea is the transactional outbox of Chris Richardson's microservice patterns.
 */
public interface Outbox {

    /**
     * Publishes an event as soon as the current transaction has committed.
     *
     * @param topic one of {@code org.gomall.api.common.Topics}
     * @param event a record of the api module; its simple class name becomes the message tag, its JSON the body
     * @throws IllegalStateException when no local transaction is active
     */
    void publish(String topic, Object event);

    /**
     * Publishes an event that handlers shall see not before {@code deliverAt} (accuracy about a second). Any distance in
     * the future is allowed: what the broker's timer cannot hold yet waits in the outbox.
     *
     * @param topic normally {@code Topics.TIMER}
     * @param event a record of the api module
     * @param deliverAt when to deliver; at once if it has passed
     * @throws IllegalStateException when no local transaction is active
     */
    void publish(String topic, Object event, Instant deliverAt);
}
