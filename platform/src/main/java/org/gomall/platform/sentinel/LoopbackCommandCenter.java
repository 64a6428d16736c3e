package org.gomall.platform.sentinel;

import com.alibaba.csp.sentinel.command.CommandHandler;
import com.alibaba.csp.sentinel.command.CommandHandlerProvider;
import com.alibaba.csp.sentinel.command.CommandRequest;
import com.alibaba.csp.sentinel.command.CommandResponse;
import com.alibaba.csp.sentinel.spi.Spi;
import com.alibaba.csp.sentinel.transport.CommandCenter;
import com.alibaba.csp.sentinel.transport.config.TransportConfig;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command port that Sentinel's dashboard talks to. Sentinel's own one has no login, can change rules and listens
 * on every interface; this one listens on the loopback interface unless told otherwise, and only tells: what the dashboard
 * would change lasts until the next push from Nacos or the next restart, so it is refused with the place to do it.
 */
@Spi(order = Spi.ORDER_HIGHEST)
public final class LoopbackCommandCenter implements CommandCenter {

    private static final Logger log = LoggerFactory.getLogger(LoopbackCommandCenter.class);

    /** System property: the address to listen on, for a dashboard in another container. */
    static final String BIND = "gomall.sentinel.bind";

    /** The dashboard takes an answer of this kind for a command that this version does not have. */
    private static final String UNKNOWN = "Unknown command `";

    private static final String READ_ONLY =
            "Rules are kept in Nacos and changed on the rules page of the shop (/ops/rules), not here";

    private static final int LONGEST_BODY = 1 << 20;

    private HttpServer server;
    private ExecutorService worker;

    @SuppressWarnings("rawtypes")
    private Map<String, CommandHandler> handlers = Map.of();

    @Override
    @SuppressWarnings("rawtypes")
    public void beforeStart() {
        Map<String, CommandHandler> named = CommandHandlerProvider.getInstance().namedHandlers();
        handlers = Map.copyOf(named);
    }

    @Override
    public void start() {
        int port = Integer.parseInt(TransportConfig.getPort() == null ? "0" : TransportConfig.getPort());
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByName(System.getProperty(BIND, "127.0.0.1")), port), 16);
        } catch (IOException e) {
            log.error("Sentinel's command port {} is not available, set GOMALL_SENTINEL_PORT: {}", port, e.toString());
            return;
        }
        worker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "sentinel-commands");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(worker);
        server.createContext("/", this::answer);
        server.start();
        TransportConfig.setRuntimePort(server.getAddress().getPort());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            worker.shutdownNow();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestHeaders().containsKey("Origin")) {
                // Only a browser sends this, on behalf of some page.
                send(exchange, 403, "Not for browsers");
                return;
            }
            String name = exchange.getRequestURI().getPath().substring(1);
            CommandHandler<?> handler = handlers.get(name);
            if (handler == null) {
                send(exchange, 400, UNKNOWN + name + '`');
                return;
            }
            if (changesSomething(name)) {
                send(exchange, 400, READ_ONLY);
                return;
            }
            CommandResponse<?> response = handler.handle(request(exchange));
            Object text = response.isSuccess() ? response.getResult() : response.getException();
            send(exchange, response.isSuccess() ? 200 : 400, String.valueOf(text));
        } catch (RuntimeException e) {
            log.warn("Sentinel command {} failed: {}", exchange.getRequestURI().getPath(), e.toString());
        }
    }

    /** setRules, setParamFlowRules, setSwitch, setClusterMode, cluster/client/modifyConfig … */
    private static boolean changesSomething(String name) {
        return name.startsWith("set") || name.contains("modify");
    }

    private static CommandRequest request(HttpExchange exchange) throws IOException {
        CommandRequest request = new CommandRequest();
        parameters(exchange.getRequestURI().getRawQuery(), request);
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        if (body.length > 0) {
            request.setBody(body);
            parameters(new String(body, StandardCharsets.UTF_8), request);
        }
        return request;
    }

    private static void parameters(String query, CommandRequest request) {
        if (query == null) {
            return;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                request.addParam(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
