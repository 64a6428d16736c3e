package org.gomall.slice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gomall.platform.config.LiveDocument;

/** The documents that are shipped in the jar, and what a test publishes. */
public class Documents implements LiveDocument {

    private final Map<String, Consumer<String>> watchers = new HashMap<>();
    private final Map<String, String> stored = new HashMap<>();

    @Override
    public void watch(String group, String dataId, Consumer<String> consumer) {
        watchers.put(dataId, consumer);
        read(group, dataId).ifPresent(consumer);
    }

    @Override
    public Optional<String> read(String group, String dataId) {
        return stored.containsKey(dataId) ? Optional.of(stored.get(dataId)) : shipped(group, dataId);
    }

    /** The document as it was before anybody published another. */
    public Optional<String> shipped(String group, String dataId) {
        try (InputStream shipped =
                getClass().getClassLoader().getResourceAsStream("nacos-config/" + group + "/" + dataId)) {
            return shipped == null
                    ? Optional.empty()
                    : Optional.of(new String(shipped.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void publish(String group, String dataId, String content) {
        stored.put(dataId, content);
        try {
            watchers.get(dataId).accept(content);
        } catch (IllegalArgumentException bad) {
            // As the real one does: a bad document is reported and the next one awaited.
        }
    }

    @Override
    public boolean publishIf(String group, String dataId, String expected, String content) {
        if (!expected.equals(read(group, dataId).orElse(""))) {
            return false;
        }
        publish(group, dataId, content);
        return true;
    }
}
