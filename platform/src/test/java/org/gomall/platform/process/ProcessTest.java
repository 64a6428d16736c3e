package org.gomall.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.dubbo.config.annotation.DubboReference;
import org.gomall.platform.sample.SampleService;
import org.gomall.platform.sample.SampleTest;
import org.gomall.platform.test.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@SampleTest
class ProcessTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int managementPort;

    @Value("${dubbo.protocol.port}")
    private int dubboPort;

    @Value("${gomall.home}")
    private Path home;

    @DubboReference
    private SampleService sample;

    @Test
    void readiness_knows_the_database_and_the_services() throws Exception {
        HttpResponse<String> answer = get("/actuator/health/readiness");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"db\"").contains("\"dubboServices\"");
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void meters_tell_of_calls_the_database_and_the_outbox() {
        sample.traceId();

        Eventually.within(Duration.ofSeconds(30), () -> {
            try {
                assertThat(get("/actuator/prometheus").body())
                        .contains("hikaricp_connections")
                        .contains("gomall_outbox_rows")
                        .contains("gomall_outbox_oldest_seconds")
                        .contains("gomall_dead_letters")
                        .contains("gomall_sentinel_calls_seconds_count{application=\"platform-sample\"");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void nothing_else_is_served() throws Exception {
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(get("/actuator/heapdump").statusCode()).isEqualTo(404);
        assertThat(get("/").statusCode()).isEqualTo(404);
    }

    @Test
    void listens_on_loopback_only() throws Exception {
        for (int port : List.of(managementPort, dubboPort)) {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            for (InetAddress address : otherAddresses()) {
                assertThatThrownBy(() -> new Socket(address, port).close())
                        .as("%s:%d", address, port)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void writes_below_its_own_home_only() throws IOException {
        Path userHome = Path.of(System.getProperty("user.home"));
        assertThat(home.toAbsolutePath()).exists();
        for (String name : List.of("nacos", "logs/csp", "logs/rocketmqlogs", "logs/nacos", ".rocketmq_offsets")) {
            assertThat(filesBelow(userHome.resolve(name))).as("%s", name).isEmpty();
        }
    }

    @Test
    void dubbo_gets_a_loopback_address_in_the_form_that_it_accepts() {
        assertThat(ProcessEnvironment.dubboHost("127.0.0.1")).isEqualTo("2130706433");
        assertThat(ProcessEnvironment.dubboHost("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(ProcessEnvironment.dubboHost("0.0.0.0")).isNull();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + managementPort + path);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        List<InetAddress> others = new ArrayList<>();
        NetworkInterface.networkInterfaces().forEach(network -> network.inetAddresses()
                .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == Integer.BYTES)
                .forEach(others::add));
        return others;
    }

    /** What this process may have written there: what was there before is somebody else's. */
    private static List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().lastModified() >= started)
                    .toList();
        }
    }
}
