package org.gomall.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Publishes {@code nacos-config/<group>/<dataId>} to Nacos and never overwrites what somebody changed there meanwhile: a
 * file is published when Nacos has nothing under that name, or still has what this launcher published last. Where Nacos has
 * lost what was published earlier, running applications put back what they hold, which may be newer than the file; the
 * launcher steps in for what nobody has put back in a while.
 */
final class NacosPublisher {

    private static final int TIMEOUT_MILLIS = 5000;
    private static final Duration OTHERS_FIRST = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_MILLIS = 500;
    private static final Pattern MD5 = Pattern.compile("\"md5\":\"([0-9a-f]{32})\"");

    private final Address nacos;
    private final Path folder;
    private final Path ledger;

    /**
     * @param folder holds one folder per group
     * @param ledger remembers the hash of what was published last, per group and dataId
     */
    NacosPublisher(Address nacos, Path folder, Path ledger) {
        this.nacos = nacos;
        this.folder = folder;
        this.ledger = ledger;
    }

    void publishAll(Consumer<String> report) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Properties published = readLedger();
        List<Path> lost = new ArrayList<>();
        for (Path file : configurations()) {
            if (published.containsKey(key(file)) && current(file).isEmpty()) {
                lost.add(file);
            } else {
                publish(file, published, report);
            }
        }
        awaitOthers(lost);
        for (Path file : lost) {
            publish(file, published, report);
        }
        try (Writer writer = Files.newBufferedWriter(ledger)) {
            published.store(writer, "Hashes of what the launcher published to Nacos");
        }
    }

    private List<Path> configurations() throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(NacosPublisher::isConfiguration)
                    .filter(file -> folder.relativize(file).getNameCount() == 2)
                    .sorted()
                    .toList();
        }
    }

    /** Waits until somebody else has published these documents, but not for ever. */
    private void awaitOthers(List<Path> lost) throws IOException {
        long end = System.nanoTime() + OTHERS_FIRST.toNanos();
        for (Path file : lost) {
            while (current(file).isEmpty() && System.nanoTime() < end) {
                try {
                    Thread.sleep(LOOK_AGAIN_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private static String group(Path file) {
        return file.getParent().getFileName().toString();
    }

    private static String dataId(Path file) {
        return file.getFileName().toString();
    }

    private static String key(Path file) {
        return group(file) + "/" + dataId(file);
    }

    private Optional<String> current(Path file) throws IOException {
        return fingerprint(group(file), dataId(file));
    }

    private void publish(Path file, Properties published, Consumer<String> report) throws IOException {
        String group = group(file);
        String dataId = dataId(file);
        String key = key(file);
        String wanted = Files.readString(file);
        Optional<String> current = current(file);
        if (current.isPresent() && current.get().equals(md5(wanted))) {
            published.setProperty(key, md5(wanted));
        } else if (current.isEmpty() || current.get().equals(published.getProperty(key))) {
            write(group, dataId, wanted);
            published.setProperty(key, md5(wanted));
        } else {
            report.accept("nacos: kept " + key + ", it was changed since it was published");
        }
    }

    /** Nacos' own hash of what it has under that name, straight from its database; empty when it has nothing. */
    Optional<String> fingerprint(String group, String dataId) throws IOException {
        HttpURLConnection connection =
                open("/nacos/v3/admin/cs/config?dataId=" + encode(dataId) + "&groupName=" + encode(group));
        int status = connection.getResponseCode();
        if (status == HttpURLConnection.HTTP_NOT_FOUND) {
            return Optional.empty();
        }
        if (status != HttpURLConnection.HTTP_OK) {
            throw new IOException("Nacos answered " + status + " when asked for " + group + "/" + dataId);
        }
        try (InputStream content = connection.getInputStream()) {
            Matcher hash = MD5.matcher(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            if (!hash.find()) {
                throw new IOException("Nacos gave no hash for " + group + "/" + dataId);
            }
            return Optional.of(hash.group(1));
        }
    }

    void write(String group, String dataId, String content) throws IOException {
        String form = "dataId=" + encode(dataId) + "&groupName=" + encode(group) + "&type=" + type(dataId) + "&content="
                + encode(content);
        HttpURLConnection connection = open("/nacos/v3/admin/cs/config");
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        try (OutputStream body = connection.getOutputStream()) {
            body.write(form.getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            throw new IOException("Nacos answered " + status + " to the publication of " + group + "/" + dataId);
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://" + nacos + path).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return connection;
    }

    private Properties readLedger() throws IOException {
        Properties published = new Properties();
        if (Files.exists(ledger)) {
            try (InputStream content = Files.newInputStream(ledger)) {
                published.load(content);
            }
        }
        return published;
    }

    private static boolean isConfiguration(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && !name.startsWith(".") && !name.endsWith(".md");
    }

    private static String type(String dataId) {
        String extension = dataId.substring(dataId.lastIndexOf('.') + 1);
        return switch (extension) {
            case "yml", "yaml" -> "yaml";
            case "json", "xml", "html", "properties" -> extension;
            default -> "text";
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String md5(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
