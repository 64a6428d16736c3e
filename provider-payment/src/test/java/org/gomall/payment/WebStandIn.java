package org.gomall.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.payment.ChannelCallback;
import org.gomall.platform.test.RealServers;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Takes the sandbox's callbacks where consumer-web would, and passes them on over Dubbo. */
@TestComponent
public class WebStandIn implements DisposableBean {

    /** Signs callbacks in these tests. */
    static final String SECRET = "secret-of-the-tests-only";

    private static final int PORT = RealServers.freePort();

    private final RemoteCaller remote;
    private final HttpServer server;

    WebStandIn(RemoteCaller remote) throws IOException {
        this.remote = remote;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 50);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/api/payments/callbacks/", this::take);
        server.start();
    }

    @Override
    public void destroy() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = 200;
        try {
            remote.callbacks()
                    .accept(new ChannelCallback(
                            path.substring(path.lastIndexOf('/') + 1),
                            exchange.getRequestHeaders().getFirst("X-Channel-Timestamp"),
                            exchange.getRequestHeaders().getFirst("X-Channel-Signature"),
                            exchange.getRequestHeaders().getFirst("X-Channel-Event-Id"),
                            body));
        } catch (BusinessException refusal) {
            status = refusal.error().httpStatus();
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** Tells the application where this stands, what the channel's secrets are, and to be quick. */
    static final class Address implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "gomall.payment.callback-base-url=http://127.0.0.1:" + PORT,
                            "gomall.payment.channel.api-key=key-of-the-tests-only",
                            "gomall.payment.channel.secret=" + SECRET,
                            "gomall.payment.sandbox.slow=1500ms",
                            "gomall.payment.sandbox.late=10s")
                    .applyTo(context);
        }
    }
}
