package org.gomall.web.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in a bucket, against a server that speaks S3 and runs as a process of its own. */
class S3PictureStoreTest {

    private static final String UPLOAD = "0123456789abcdef0123456789abcdef";
    private static final Duration START = Duration.ofSeconds(90);

    @TempDir
    private static Path folder;

    private static Process server;
    private static String endpoint;

    @BeforeAll
    static void start_server() throws IOException {
        int port = freePort();
        endpoint = "http://127.0.0.1:" + port;
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-jar",
                        Path.of("target", "s3", "server.jar").toString(),
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.http-port=" + port,
                        "--com.adobe.testing.s3mock.store.root=" + folder)
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolveSibling(folder.getFileName() + ".log").toFile())
                .start();
        await().atMost(START).until(() -> server.isAlive() && answers());
    }

    @AfterAll
    static void stop_server() throws InterruptedException {
        server.destroy();
        server.waitFor();
    }

    @Test
    void a_picture_is_kept_read_by_another_instance_and_forgotten() throws IOException {
        byte[] picture = {1, 2, 3, 0, -1};

        store(endpoint).put(UPLOAD, picture);

        assertThat(store(endpoint).get(UPLOAD))
                .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(picture));
        store(endpoint).remove(UPLOAD);
        store(endpoint).remove(UPLOAD);
        assertThat(store(endpoint).get(UPLOAD)).isEmpty();
    }

    @Test
    void a_picture_that_never_was_is_not_there() throws IOException {
        assertThat(store(endpoint).get("ffffffffffffffffffffffffffffffff")).isEmpty();
    }

    @Test
    void a_store_that_is_away_is_a_fault_and_not_a_missing_picture() throws IOException {
        S3PictureStore away = store("http://127.0.0.1:" + freePort());

        assertThatThrownBy(() -> away.get(UPLOAD)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> away.put(UPLOAD, new byte[] {1})).isInstanceOf(IOException.class);
    }

    private static S3PictureStore store(String endpoint) {
        return new S3PictureStore(endpoint, "us-east-1", "gomall-pictures", "key", "secret-of-a-test");
    }

    private static boolean answers() {
        try {
            HttpURLConnection question =
                    (HttpURLConnection) URI.create(endpoint + "/").toURL().openConnection();
            question.setConnectTimeout(500);
            question.setReadTimeout(2_000);
            return question.getResponseCode() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
