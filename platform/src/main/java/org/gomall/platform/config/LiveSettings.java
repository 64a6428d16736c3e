package org.gomall.platform.config;

import java.time.Duration;

/**
 * Settings that change while the process runs: document {@code <application>.properties} of Nacos group
 * {@code GOMALL}, then the Spring environment, then the fallback. Ask at every use; asking is a map look-up.
 *
 * <p>A value that cannot be read as the asked type is logged once, and the last good one stays in force. While Nacos is
 * away the last known document stays in force, also over a restart.
 */
public interface LiveSettings {

    /** A duration such as {@code 30m}, {@code 1500ms} or {@code PT30M}. */
    Duration duration(String key, Duration fallback);

    /** A whole number. */
    long number(String key, long fallback);

    /** {@code true} or {@code false}. */
    boolean flag(String key, boolean fallback);

    /** Any text, without surrounding blanks. */
    String text(String key, String fallback);

    /** Calls {@code listener} after every change of the document. */
    void onChange(Runnable listener);
}
