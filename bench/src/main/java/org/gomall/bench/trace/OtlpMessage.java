package org.gomall.bench.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** As much of OTLP (protobuf) as it takes to list spans. */
final class OtlpMessage {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private record Field(int number, byte[] bytes, long fixed) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static final Field NONE = new Field(0, new byte[0], 0);

    private OtlpMessage() {}

    /** The spans of an ExportTraceServiceRequest. */
    static List<Span> spans(byte[] request) {
        List<Span> spans = new ArrayList<>();
        for (Field ofResource : fields(request, 1)) {
            String application = attribute(one(ofResource.bytes(), 1).bytes(), 1, "service.name");
            for (Field scope : fields(ofResource.bytes(), 2)) {
                for (Field span : fields(scope.bytes(), 2)) {
                    spans.add(span(application, span.bytes()));
                }
            }
        }
        return spans;
    }

    private static Span span(String application, byte[] span) {
        return new Span(
                application,
                HexFormat.of().formatHex(one(span, 1).bytes()),
                one(span, 5).text(),
                attribute(span, 9, "db.query.text"),
                one(span, 7).fixed(),
                one(span, 8).fixed());
    }

    /** The value of an attribute in the field of that number, or empty. */
    private static String attribute(byte[] message, int number, String key) {
        return fields(message, number).stream()
                .filter(attribute -> one(attribute.bytes(), 1).text().equals(key))
                .map(attribute -> one(one(attribute.bytes(), 2).bytes(), 1).text())
                .findFirst()
                .orElse("");
    }

    private static Field one(byte[] message, int number) {
        List<Field> found = fields(message, number);
        return found.isEmpty() ? NONE : found.get(0);
    }

    private static List<Field> fields(byte[] message, int number) {
        List<Field> found = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long key = varint(in);
            Field field = field(in, (int) (key >>> 3), (int) key & 7);
            if (field.number() == number) {
                found.add(field);
            }
        }
        return found;
    }

    private static Field field(ByteBuffer in, int number, int type) {
        return switch (type) {
            case VARINT -> new Field(number, NONE.bytes(), varint(in));
            case FIXED64 -> new Field(number, NONE.bytes(), in.getLong());
            case FIXED32 -> new Field(number, NONE.bytes(), in.getInt());
            case BYTES -> {
                byte[] bytes = new byte[(int) varint(in)];
                in.get(bytes);
                yield new Field(number, bytes, 0);
            }
            default -> throw new IllegalArgumentException("no protobuf: wire type " + type);
        };
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
