package org.gomall.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

    private static final int PATIENCE_MILLIS = 10_000;

    private final AtomicInteger requests = new AtomicInteger();
    private ServerSocket server;
    private TcpProxy line;

    /** Answers every byte with the same byte. */
    @BeforeEach
    void echo() throws IOException {
        server = listen(0);
        line = TcpProxy.to("127.0.0.1:" + server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        server.close();
    }

    @Test
    void passes_everything_on_both_ways() throws IOException {
        try (Socket client = connect()) {
            for (int i = 0; i < 100; i++) {
                assertThat(ask(client, i)).isEqualTo(i);
            }
        }
        assertThat(line.connections()).isEqualTo(1);
    }

    @Test
    void delays_each_way_without_delaying_what_comes_behind_even_more() throws IOException {
        try (Socket client = connect()) {
            assertThat(ask(client, 1)).isEqualTo(1);
            line.delay(Duration.ofMillis(300));
            long begun = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                client.getOutputStream().write(i);
            }
            for (int i = 0; i < 10; i++) {
                assertThat(client.getInputStream().read()).isEqualTo(i);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofMillis(600), Duration.ofSeconds(4));
            line.pass();
            assertThat(ask(client, 2)).isEqualTo(2);
        }
    }

    @Test
    void resets_what_is_open_and_what_comes() throws IOException {
        try (Socket client = connect()) {
            assertThat(ask(client, 1)).isEqualTo(1);
            line.reset();
            assertThatThrownBy(() -> ask(client, 2)).isInstanceOf(SocketException.class);
        }
        assertThatThrownBy(() -> {
                    try (Socket next = connect()) {
                        ask(next, 3);
                        ask(next, 4);
                    }
                })
                .isInstanceOf(SocketException.class);
        line.pass();
        try (Socket client = connect()) {
            assertThat(ask(client, 5)).isEqualTo(5);
        }
    }

    @Test
    void a_black_hole_keeps_everything_until_it_is_mended() throws IOException {
        try (Socket client = connect()) {
            line.blackHole();
            client.setSoTimeout(300);
            assertThatThrownBy(() -> ask(client, 1)).isInstanceOf(SocketTimeoutException.class);
            assertThat(requests).hasValue(0);
            line.pass();
            client.setSoTimeout(PATIENCE_MILLIS);
            assertThat(client.getInputStream().read()).isEqualTo(1);
        }
    }

    @Test
    void loses_replies_to_requests_that_have_arrived() throws IOException {
        try (Socket client = connect()) {
            line.loseReplies(Duration.ofMillis(200));
            assertThatThrownBy(() -> ask(client, 1)).isInstanceOf(SocketException.class);
            assertThat(requests).hasValue(1);
        }
    }

    @Test
    void throttles() throws IOException {
        line.throttle(10_000);
        try (Socket client = connect()) {
            long begun = System.nanoTime();
            client.getOutputStream().write(new byte[5_000]);
            client.getInputStream().readNBytes(5_000);
            assertThat(ask(client, 1)).isEqualTo(1);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(400));
        }
    }

    @Test
    void while_the_server_is_away_nobody_listens_here_either() throws Exception {
        int port = server.getLocalPort();
        server.close();
        long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        boolean refused = false;
        while (!refused && System.nanoTime() < end) {
            try (Socket client = connect()) {
                Thread.sleep(50);
            } catch (IOException e) {
                refused = true;
            }
        }
        assertThat(refused).isTrue();

        server = listen(port);
        int answer = -1;
        while (answer != 7 && System.nanoTime() < end) {
            try (Socket client = connect()) {
                answer = ask(client, 7);
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        assertThat(answer).isEqualTo(7);
    }

    private ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread thread = new Thread(() -> accept(socket));
        thread.setDaemon(true);
        thread.start();
        return socket;
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread thread = new Thread(() -> echo(client));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void echo(Socket client) {
        try (client) {
            for (int read = client.getInputStream().read();
                    read >= 0;
                    read = client.getInputStream().read()) {
                requests.incrementAndGet();
                client.getOutputStream().write(read);
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private Socket connect() throws IOException {
        int colon = line.address().lastIndexOf(':');
        Socket client = new Socket("127.0.0.1", Integer.parseInt(line.address().substring(colon + 1)));
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    private static int ask(Socket client, int request) throws IOException {
        client.getOutputStream().write(request);
        int answer = client.getInputStream().read();
        if (answer < 0) {
            throw new SocketException("closed");
        }
        return answer;
    }
}
