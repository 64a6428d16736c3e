package org.gomall.order.place;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PurchaseLine;

/**
 * A fingerprint of what a request asks for: two requests with the same key and another fingerprint are two requests. The
 * order of the lines does not matter.
 */
final class RequestHash {

    private RequestHash() {}

    static String of(PlaceOrderCommand command) {
        String lines = command.cart()
                ? "cart"
                : command.items().stream()
                        .sorted(Comparator.comparingLong(PurchaseLine::skuId))
                        .map(line -> line.skuId() + "x" + line.quantity())
                        .collect(Collectors.joining(","));
        // The note comes last, so that nothing a shopper writes can look like another part.
        String canonical = "lines=" + lines
                + ";address=" + command.addressId()
                + ";expected=" + command.expectedTotalCents()
                + ";note=" + (command.note() == null ? "" : command.note());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
