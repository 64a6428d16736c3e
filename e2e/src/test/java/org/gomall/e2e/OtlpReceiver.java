package org.gomall.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** A collector that understands as much of OTLP (protobuf over HTTP) as it takes to list spans. */
final class OtlpReceiver {

    private static final int RESOURCE_SPANS = 1;
    private static final int RESOURCE = 1;
    private static final int ATTRIBUTES = 1;
    private static final int SCOPE_SPANS = 2;
    private static final int SPANS = 2;

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    /** A span as it arrived; ids in hexadecimal. */
    record Span(String application, String traceId, String spanId, String parentId, String name, String text) {}

    private record Field(int number, byte[] bytes) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        String hex() {
            return HexFormat.of().formatHex(bytes);
        }
    }

    OtlpReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Span> ofTrace(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    List<Span> all() {
        return spans;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            byte[] body = zipped
                    ? new GZIPInputStream(exchange.getRequestBody()).readAllBytes()
                    : exchange.getRequestBody().readAllBytes();
            read(body);
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void read(byte[] request) {
        for (Field resourceSpans : fields(request, RESOURCE_SPANS)) {
            String application = fields(resourceSpans.bytes(), RESOURCE).stream()
                    .flatMap(resource -> fields(resource.bytes(), ATTRIBUTES).stream())
                    .filter(attribute -> one(attribute.bytes(), 1).text().equals("service.name"))
                    .map(attribute -> one(one(attribute.bytes(), 2).bytes(), 1).text())
                    .findFirst()
                    .orElse("");
            for (Field scope : fields(resourceSpans.bytes(), SCOPE_SPANS)) {
                for (Field span : fields(scope.bytes(), SPANS)) {
                    spans.add(new Span(
                            application,
                            one(span.bytes(), 1).hex(),
                            one(span.bytes(), 2).hex(),
                            one(span.bytes(), 4).hex(),
                            one(span.bytes(), 5).text(),
                            span.text()));
                }
            }
        }
    }

    private static Field one(byte[] message, int number) {
        List<Field> found = fields(message, number);
        return found.isEmpty() ? new Field(number, new byte[0]) : found.get(0);
    }

    /** The fields of that number which are bytes, texts or messages. */
    private static List<Field> fields(byte[] message, int number) {
        List<Field> found = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(message).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            switch (key & 7) {
                case 0 -> varint(in);
                case 1 -> in.getLong();
                case 5 -> in.getInt();
                case 2 -> {
                    byte[] bytes = new byte[(int) varint(in)];
                    in.get(bytes);
                    if (key >>> 3 == number) {
                        found.add(new Field(number, bytes));
                    }
                }
                default -> throw new IllegalArgumentException("no protobuf: wire type " + (key & 7));
            }
        }
        return found;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
