package org.gomall.payment.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request that is made once per (user, kind, key).
 *
 * @param hash SHA-256 of everything the request asks for, in hexadecimal; tells a repetition from a reused key
 */
public record IdempotentRequest(long userId, Kind kind, String key, String hash) {

    /** What a key was used for; each kind has its own keys. */
    public enum Kind {
        TOP_UP,
        PAY
    }

    /** A request that asks for {@code content}. */
    public static IdempotentRequest of(long userId, Kind kind, String key, Object content) {
        return new IdempotentRequest(userId, kind, key, sha256(content.toString()));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
