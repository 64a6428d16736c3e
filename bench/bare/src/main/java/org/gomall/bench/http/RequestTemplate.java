package org.gomall.bench.http;

import java.nio.charset.StandardCharsets;

/**
 * A request as it goes over the wire, letter by letter. Where it holds {@link #KEY} each request gets an idempotency key of
 * its own.
 */
public final class RequestTemplate {

    /** Stands for a new key, as long as one. */
    public static final String KEY = "{a-new-key-of-exactly-36-characters}";

    private final byte[] bytes;
    private final int keyAt;

    RequestTemplate(byte[] bytes) {
        this.bytes = bytes;
        this.keyAt = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(KEY);
    }

    /** The text of a request without a body. */
    public static String get(String host, String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + lines(headers) + "\r\n";
    }

    /** The text of a request with JSON. */
    public static String post(String host, String path, String json, String... headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n" + lines(headers) + "\r\n" + json;
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }

    /** The bytes to send; the same array again where no key is wanted. */
    byte[] request(String key) {
        if (keyAt < 0) {
            return bytes;
        }
        byte[] request = bytes.clone();
        byte[] letters = key.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(letters, 0, request, keyAt, letters.length);
        return request;
    }

    boolean wantsKey() {
        return keyAt >= 0;
    }
}
