package org.gomall.slice;

import java.time.Duration;
import org.gomall.platform.config.LiveSettings;

/** No settings: every question is answered with its fallback. */
class Settings implements LiveSettings {

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
        return fallback;
    }

    @Override
    public String text(String key, String fallback) {
        return fallback;
    }

    @Override
    public void onChange(Runnable listener) {
        // Nothing changes.
    }
}
