package org.gomall.platform.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.client.consumer.store.OffsetStore;
import org.apache.rocketmq.client.consumer.store.ReadOffsetType;
import org.apache.rocketmq.common.message.MessageQueue;

/** How far a broadcast consumer has read, in memory only: after a restart it begins with what is new. */
final class ForgetfulOffsets implements OffsetStore {

    private static final long UNKNOWN = -1;

    private final Map<MessageQueue, Long> offsets = new ConcurrentHashMap<>();

    @Override
    public void load() {
        offsets.clear();
    }

    @Override
    public void updateOffset(MessageQueue queue, long offset, boolean increaseOnly) {
        offsets.merge(queue, offset, (before, now) -> increaseOnly ? Math.max(before, now) : now);
    }

    @Override
    public void updateAndFreezeOffset(MessageQueue queue, long offset) {
        offsets.put(queue, offset);
    }

    @Override
    public long readOffset(MessageQueue queue, ReadOffsetType type) {
        return offsets.getOrDefault(queue, UNKNOWN);
    }

    @Override
    public void persistAll(Set<MessageQueue> queues) {
        // In memory only.
    }

    @Override
    public void persist(MessageQueue queue) {
        // In memory only.
    }

    @Override
    public void removeOffset(MessageQueue queue) {
        offsets.remove(queue);
    }

    @Override
    public Map<MessageQueue, Long> cloneOffsetTable(String topic) {
        Map<MessageQueue, Long> ofTopic = new HashMap<>(offsets);
        ofTopic.keySet().removeIf(queue -> topic != null && !topic.equals(queue.getTopic()));
        return ofTopic;
    }

    @Override
    public void updateConsumeOffsetToBroker(MessageQueue queue, long offset, boolean oneway) {
        // The broker does not care how far a broadcast consumer is.
    }
}
