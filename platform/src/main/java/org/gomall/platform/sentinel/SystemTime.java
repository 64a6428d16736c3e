package org.gomall.platform.sentinel;

import com.alibaba.csp.sentinel.slots.statistic.base.LeapArray;
import com.alibaba.csp.sentinel.slots.statistic.base.WindowWrap;
import com.alibaba.csp.sentinel.util.TimeUtil;
import java.lang.reflect.Field;
import java.util.List;

/**
 * Lets Sentinel ask the system for the time. It counts how often it asks, and from some hundred calls a second on it keeps a copy of the
 * time instead that a thread renews every millisecond: a thousand wake-ups a second, which cost more than the questions do on
 * a machine of today (3 % of a core). There is no setting for it, so its count is kept at nothing.
 */
final class SystemTime {

    private static final String COUNTS = "statistics";

    private SystemTime() {}

    /** From here on. */
    @SuppressWarnings("unchecked")
    static void use() {
        try {
            Field counts = TimeUtil.class.getDeclaredField(COUNTS);
            counts.setAccessible(true);
            TimeUtil time = TimeUtil.instance();
            if (!(counts.get(time) instanceof Nothing)) {
                counts.set(time, new Nothing((LeapArray<Object>) counts.get(time)));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Sentinel keeps the time in another way than it did: see SystemTime", e);
        }
    }

    /** Takes every count and shows none. */
    private static final class Nothing extends LeapArray<Object> {

        private final WindowWrap<Object> only;

        Nothing(LeapArray<Object> like) {
            super(1, like.getIntervalInMs());
            only = new WindowWrap<>(like.getIntervalInMs(), 0, like.newEmptyBucket(0));
        }

        @Override
        public WindowWrap<Object> currentWindow(long millis) {
            return only;
        }

        @Override
        public List<WindowWrap<Object>> listAll() {
            return List.of();
        }

        @Override
        public Object newEmptyBucket(long millis) {
            return only.value();
        }

        @Override
        protected WindowWrap<Object> resetWindowTo(WindowWrap<Object> window, long start) {
            return only;
        }
    }
}
