package org.gomall.web.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that share their first bits, or a single one. Compared as numbers, so that one address has one meaning however
 * it is written; an IPv4 address inside an IPv6 one ({@code ::ffff:192.0.2.1}) is the IPv4 address.
 */
final class AddressBlock {

    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:]*(?:\\d{1,3}(?:\\.\\d{1,3}){3})?");
    private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");
    private static final int MAPPED_BITS = 96;

    private final String text;
    private final byte[] network;
    private final int bits;

    private AddressBlock(String text, byte[] network, int bits) {
        this.text = text;
        this.network = network;
        this.bits = bits;
    }

    /** {@code 192.0.2.1} or {@code 2001:db8::1}; empty for anything else, names above all. */
    static Optional<AddressBlock> address(String text) {
        return bytes(text).map(bytes -> new AddressBlock(text, bytes, bytes.length * Byte.SIZE));
    }

    /** {@code 192.0.2.0/24} or {@code 2001:db8::/32}; empty for anything else. */
    static Optional<AddressBlock> cidr(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !PREFIX.matcher(text.substring(slash + 1)).matches()) {
            return Optional.empty();
        }
        String address = text.substring(0, slash);
        int written = Integer.parseInt(text.substring(slash + 1));
        return bytes(address).flatMap(bytes -> {
            boolean mapped = bytes.length == 4 && address.indexOf(':') >= 0;
            int bits = mapped ? written - MAPPED_BITS : written;
            return bits < 0 || bits > bytes.length * Byte.SIZE
                    ? Optional.empty()
                    : Optional.of(new AddressBlock(text, bytes, bits));
        });
    }

    /** The numbers of an address, four or sixteen of them; empty when it is none. */
    static Optional<byte[]> bytes(String text) {
        String plain = text.indexOf('%') < 0 ? text : text.substring(0, text.indexOf('%'));
        if (!IPV4.matcher(plain).matches() && !IPV6.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            // Never asks a name server: these are digits, or there is a colon in it.
            return Optional.of(InetAddress.getByName(plain).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (address[i] != network[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || ((address[whole] ^ network[whole]) & 0xff) >> (Byte.SIZE - rest) == 0;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
