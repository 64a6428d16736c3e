package org.gomall.platform.messaging;

/**
 * Handles the events of one class on one topic; every bean of this type is subscribed.
 *
 * <p>Handlers of one application share one RocketMQ push consumer (group = application name), so each event reaches one
 * instance of the application. An exception means "not handled": the event comes again with growing pauses (1 s, 5 s,
 * 10 s, 30 s, 1 min … 30 min), and after 16 attempts it is kept in table {@code dead_letter};
 * one that cannot be read goes there at once.
 *
 * @param <E> the event, a record of the api module
 */
public interface EventHandler<E> {

    /** The topic, one of {@code org.gomall.api.common.Topics}. */
    String topic();

    /** The event's class; only messages tagged with its simple name arrive. */
    Class<E> type();

    /**
     * Applies the event.
     *
     * @throws Exception when it could not be applied (a BusinessException as well): the event is delivered again later
     */
    void handle(E event) throws Exception;

    /**
     * Whether there is anything to do about the event (the default: always). Asked before anything is written, outside of a
     * transaction; what concerns nobody costs no inbox row and no commit. May look whether the work is done already, if doing
     * it twice does no harm either.
     *
     * @throws Exception when it cannot tell: the event is delivered again later
     */
    default boolean concerns(E event) throws Exception {
        return true;
    }

    /**
     * True (the default): the inbox row and everything {@link #handle} writes are one local transaction, so the event is
     * applied exactly once. False: for handlers which call other services or start a global transaction; they must be
     * idempotent, and the inbox row is written after they return.
     */
    default boolean transactional() {
        return true;
    }

    /**
     * True: every running instance gets every event while it runs, without inbox, repetition or dead letters. For
     * dropping caches and pushing news to browsers.
     */
    default boolean broadcast() {
        return false;
    }

    /** This handler's name in the inbox; it must stay the same when the class is renamed. */
    default String name() {
        return getClass().getSimpleName();
    }
}
