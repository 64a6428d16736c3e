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
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Publishes {@code nacos-config/<group>/<dataId>} to Nacos and never overwrites what somebody changed there meanwhile: a
 * file is published when Nacos has nothing under that name, or still has what this launcher published last.
 */
final class NacosPublisher {

    private static final int TIMEOUT_MILLIS = 5000;
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
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file :
                    files.filter(NacosPublisher::isConfiguration).sorted().toList()) {
                if (folder.relativize(file).getNameCount() == 2) {
                    publish(file, published, report);
                }
            }
        }
        try (Writer writer = Files.newBufferedWriter(ledger)) {
            published.store(writer, "Hashes of what the launcher published to Nacos");
        }
    }

    private void publish(Path file, Properties published, Consumer<String> report) throws IOException {
        String group = file.getParent().getFileName().toString();
        String dataId = file.getFileName().toString();
        String key = group + "/" + dataId;
        String wanted = Files.readString(file);
        Optional<String> current = fingerprint(group, dataId);
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
