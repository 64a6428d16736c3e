package org.gomall.platform.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.gomall.platform.messaging.EventHandler;

/** Remembers every event of one kind that came through RocketMQ; a bean of a test. */
public class Heard<E> implements EventHandler<E> {

    private final String name;
    private final String topic;
    private final Class<E> type;
    private final List<E> events = new CopyOnWriteArrayList<>();

    /**
     * Hears nothing yet.
     *
     * @param name of the handler, for its rows in the inbox
     */
    public Heard(String name, String topic, Class<E> type) {
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
