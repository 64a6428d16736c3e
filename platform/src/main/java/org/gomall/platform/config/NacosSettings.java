package org.gomall.platform.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/** {@link LiveSettings} over one properties document. */
final class NacosSettings implements LiveSettings {

    private static final Logger log = LoggerFactory.getLogger(NacosSettings.class);

    private final Environment environment;
    private final Map<String, Setting<?>> settings = new ConcurrentHashMap<>();

    /** What the environment says. It stays what it was, and looking through all its sources takes longer than many a request. */
    private final Map<String, Optional<String>> constants = new ConcurrentHashMap<>();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<String, String> document = Map.of();

    NacosSettings(Environment environment) {
        this.environment = environment;
    }

    /** Takes over a new document. */
    void accept(String content) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> next = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> next.put(key, properties.getProperty(key)));
        document = Map.copyOf(next);
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                log.error("a listener to changed settings failed", e);
            }
        }
    }

    @Override
    public Duration duration(String key, Duration fallback) {
        return value(key, fallback, Duration.class, NacosSettings::positiveDuration);
    }

    @Override
    public long number(String key, long fallback) {
        return value(key, fallback, Long.class, Long::valueOf);
    }

    @Override
    public boolean flag(String key, boolean fallback) {
        return value(key, fallback, Boolean.class, NacosSettings::strictBoolean);
    }

    @Override
    public String text(String key, String fallback) {
        return value(key, fallback, String.class, text -> text);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private <T> T value(String key, T fallback, Class<T> type, Function<String, T> reader) {
        String text = document.get(key);
        if (text == null) {
            text = constant(key);
        }
        if (text == null) {
            return fallback;
        }
        text = text.strip();
        Setting<?> known = settings.get(key + type.getSimpleName());
        if (known != null && known.text.equals(text)) {
            return known.value == null ? fallback : type.cast(known.value);
        }
        return read(key, text, known, fallback, type, reader);
    }

    private String constant(String key) {
        Optional<String> known = constants.get(key);
        if (known == null) {
            known = Optional.ofNullable(environment.getProperty(key));
            constants.put(key, known);
        }
        return known.orElse(null);
    }

    private <T> T read(
            String key, String text, Setting<?> known, T fallback, Class<T> type, Function<String, T> reader) {
        Object lastGood = known == null ? null : known.value;
        T value;
        try {
            value = reader.apply(text);
        } catch (IllegalArgumentException e) {
            log.error(
                    "setting {}={} is not a {}; {} stays in force",
                    key,
                    text,
                    type.getSimpleName().toLowerCase(java.util.Locale.ROOT),
                    lastGood == null ? "the default " + fallback : lastGood);
            settings.put(key + type.getSimpleName(), new Setting<>(text, lastGood));
            return lastGood == null ? fallback : type.cast(lastGood);
        }
        settings.put(key + type.getSimpleName(), new Setting<>(text, value));
        return value;
    }

    private static Duration positiveDuration(String text) {
        Duration duration = DurationStyle.detectAndParse(text);
        if (duration.isNegative()) {
            throw new IllegalArgumentException("negative");
        }
        return duration;
    }

    private static Boolean strictBoolean(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.valueOf(text);
        }
        throw new IllegalArgumentException("neither true nor false");
    }

    /** What was read from a text; without a value if the text was bad from the beginning. */
    private record Setting<T>(String text, T value) {}
}
