package org.gomall.slice;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gomall.platform.config.LiveSettings;

/** The live settings of the slice: those that a test has set, else the fallbacks. Who sets one takes it back. */
public class Settings implements LiveSettings {

    private final Map<String, String> values = new ConcurrentHashMap<>();

    /** As if somebody had changed the document in Nacos. */
    public void set(String key, String value) {
        values.put(key, value);
    }

    /** As if it were the shipped document again. */
    public void reset() {
        values.clear();
    }

    @Override
    public Duration duration(String key, Duration fallback) {
        return fallback;
    }

    @Override
    public long number(String key, long fallback) {
        return fallback;
    }

    @Override
    public boolean flag(String key, boolean fallback) {
        return values.containsKey(key) ? Boolean.parseBoolean(values.get(key)) : fallback;
    }

    @Override
    public String text(String key, String fallback) {
        return values.getOrDefault(key, fallback);
    }

    @Override
    public void onChange(Runnable listener) {
        // Nobody here waits for a change.
    }
}
