package org.gomall.e2e;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;

/** Sends what nobody should send, to the broker of the shared mall. */
public final class MessageSender {

    private static DefaultMQProducer producer;

    private MessageSender() {}

    /**
     * Sends a message as applications do.
     *
     * @param number of the event, by which an inbox knows it
     * @param source who is said to have sent it
     */
    public static void send(String topic, String tag, String number, String source, String body) throws Exception {
        Message message = new Message(topic, tag, number, body.getBytes(StandardCharsets.UTF_8));
        message.putUserProperty("source", source);
        producer().send(message);
    }

    private static synchronized DefaultMQProducer producer() throws MQClientException {
        if (producer == null) {
            DefaultMQProducer started = new DefaultMQProducer("e2e-" + System.nanoTime());
            started.setNamesrvAddr(Mall.shared().system().rocketmq().toString());
            started.start();
            producer = started;
        }
        return producer;
    }
}
