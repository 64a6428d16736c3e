package org.gomall.platform.config;

import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.config.listener.AbstractListener;
import com.alibaba.nacos.api.exception.NacosException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link LiveDocument} over Nacos, with the last good version of every watched document on disk. */
final class NacosDocuments implements LiveDocument {

    private static final Logger log = LoggerFactory.getLogger(NacosDocuments.class);

    private static final int PUT_BACK_ATTEMPTS = 20;
    private static final long PUT_BACK_PAUSE_MILLIS = 2_000;

    private final ConfigService nacos;
    private final Path lastGood;
    private final long timeoutMillis;

    /** Set when Nacos did not answer at start; the other first reads then do not wait for it as well. */
    private volatile boolean away;

    NacosDocuments(ConfigService nacos, Path lastGood, long timeoutMillis) {
        this.nacos = nacos;
        this.lastGood = lastGood;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public void watch(String group, String dataId, Consumer<String> consumer) {
        Watched watched = new Watched(group, dataId, consumer);
        boolean known = false;
        if (!away) {
            try {
                known = watched.accept(nacos.getConfig(dataId, group, timeoutMillis));
            } catch (NacosException e) {
                away = true;
                log.warn("Nacos does not answer, starting with the last known documents: {}", e.getErrMsg());
            }
        }
        if (!known) {
            known = watched.acceptSaved();
        }
        if (!known) {
            watched.acceptShipped();
        }
        try {
            nacos.addListener(dataId, group, watched);
        } catch (NacosException e) {
            throw new IllegalStateException("cannot watch " + group + "/" + dataId, e);
        }
    }

    @Override
    public Optional<String> read(String group, String dataId) {
        try {
            return Optional.ofNullable(nacos.getConfig(dataId, group, timeoutMillis));
        } catch (NacosException e) {
            throw unavailable(group, dataId, e);
        }
    }

    @Override
    public void publish(String group, String dataId, String content) {
        try {
            if (!nacos.publishConfig(dataId, group, content, type(dataId))) {
                throw unavailable(group, dataId, null);
            }
        } catch (NacosException e) {
            throw unavailable(group, dataId, e);
        }
    }

    @Override
    public boolean publishIf(String group, String dataId, String expected, String content) {
        try {
            if (nacos.publishConfigCas(dataId, group, content, md5(expected), type(dataId))) {
                return true;
            }
            // Nacos answers "no" both to a stale version and to trouble of its own.
            String actual = nacos.getConfig(dataId, group, timeoutMillis);
            if (Objects.equals(actual == null ? "" : actual, expected)) {
                throw unavailable(group, dataId, null);
            }
            return false;
        } catch (NacosException e) {
            throw unavailable(group, dataId, e);
        }
    }

    /**
     * Gives Nacos a document back that it has lost (a server that was restarted empty): what is in force has to be what ops
     * see and change. Of several processes that hold it the first one succeeds.
     */
    private void putBack(Watched document, String content) {
        Thread thread = new Thread(
                () -> {
                    for (int attempt = 0; attempt < PUT_BACK_ATTEMPTS; attempt++) {
                        try {
                            TimeUnit.MILLISECONDS.sleep(
                                    ThreadLocalRandom.current().nextLong(PUT_BACK_PAUSE_MILLIS));
                            if (publishIf(document.group, document.dataId, "", content)) {
                                log.warn("{}/{} was put back into Nacos", document.group, document.dataId);
                            }
                            return;
                        } catch (BusinessException stillAway) {
                            log.debug("{}/{} is put back later", document.group, document.dataId);
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                },
                "nacos-put-back");
        thread.setDaemon(true);
        thread.start();
    }

    private static String type(String dataId) {
        return dataId.endsWith(".json") ? "json" : dataId.endsWith(".properties") ? "properties" : "text";
    }

    private static String md5(String text) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BusinessException unavailable(String group, String dataId, NacosException cause) {
        log.warn("Nacos: {}/{} failed: {}", group, dataId, cause == null ? "refused" : cause.getErrMsg());
        return new BusinessException(
                ErrorCode.UNAVAILABLE, ErrorCode.UNAVAILABLE.defaultMessage(), Map.of("retryAfterSeconds", 3));
    }

    /** One watched document: hands good versions on and saves them, reports bad ones. */
    private final class Watched extends AbstractListener {

        private final String group;
        private final String dataId;
        private final Consumer<String> consumer;
        private String current;

        Watched(String group, String dataId, Consumer<String> consumer) {
            this.group = group;
            this.dataId = dataId;
            this.consumer = consumer;
        }

        @Override
        public void receiveConfigInfo(String content) {
            away = false;
            accept(content);
        }

        synchronized boolean accept(String content) {
            if (content == null || content.isBlank()) {
                if (current != null) {
                    log.warn("{}/{} was removed from Nacos; the last version stays in force", group, dataId);
                    putBack(this, current);
                }
                return false;
            }
            if (content.equals(current)) {
                return true;
            }
            if (!offer(content, "Nacos")) {
                return false;
            }
            save(content);
            return true;
        }

        synchronized boolean acceptSaved() {
            Path file = file();
            try {
                return Files.isReadable(file) && offer(Files.readString(file), file.toString());
            } catch (IOException e) {
                log.warn("cannot read {}: {}", file, e.toString());
                return false;
            }
        }

        synchronized void acceptShipped() {
            String name = "nacos-config/" + group + "/" + dataId;
            try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
                if (in != null) {
                    offer(new String(in.readAllBytes(), StandardCharsets.UTF_8), "class path:" + name);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean offer(String content, String origin) {
            try {
                consumer.accept(content);
            } catch (RuntimeException e) {
                log.error(
                        "{}/{} from {} is bad, the last good version stays in force: {}",
                        group,
                        dataId,
                        origin,
                        e.toString());
                return false;
            }
            if (current != null) {
                log.info("{}/{} changed", group, dataId);
            }
            current = content;
            return true;
        }

        private void save(String content) {
            Path file = file();
            try {
                Files.createDirectories(file.getParent());
                Path draft = Files.createTempFile(file.getParent(), dataId, ".draft");
                Files.writeString(draft, content);
                try {
                    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } catch (AtomicMoveNotSupportedException e) {
                    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                log.warn("cannot keep a copy of {}: {}", file, e.toString());
            }
        }

        private Path file() {
            return lastGood.resolve(group).resolve(dataId);
        }
    }
}
