package org.gomall.user.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Whose failed logins are counted: an account or a network. Only a digest is kept, see table {@code login_failures}.
 *
 * @param digest SHA-256 of what is counted, in hexadecimal digits
 */
record LoginSubject(Scope scope, String digest) {

    /** Kind of subject. */
    enum Scope {
        ACCOUNT,
        NETWORK
    }

    private static final int BYTES_OF_IPV6_NETWORK = 8;

    /** An account that exists, whether it was called by name or by e-mail. */
    static LoginSubject account(long userId) {
        return new LoginSubject(Scope.ACCOUNT, digest("user:" + userId));
    }

    /** A name or e-mail that nobody has; counted like the others, so that being locked tells nothing. */
    static LoginSubject nobody(String accountKey) {
        return new LoginSubject(Scope.ACCOUNT, digest("name:" + accountKey));
    }

    /** The network of an address: one IPv4 address or a /64 of IPv6, which is what one line is given. */
    static Optional<LoginSubject> network(String ip) {
        if (ip == null || ip.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new LoginSubject(Scope.NETWORK, digest("ip:" + networkOf(ip.strip()))));
    }

    private static String networkOf(String ip) {
        int zone = ip.indexOf('%');
        String literal = zone < 0 ? ip : ip.substring(0, zone);
        if (!literal.matches("[0-9a-fA-F:][0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return ip;
        }
        try {
            // A literal: nothing is looked up.
            byte[] address = InetAddress.getByName(literal).getAddress();
            return address.length > Integer.BYTES
                    ? HexFormat.of().formatHex(address, 0, BYTES_OF_IPV6_NETWORK)
                    : InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            return ip;
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
