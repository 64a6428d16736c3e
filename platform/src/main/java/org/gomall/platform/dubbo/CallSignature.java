package org.gomall.platform.dubbo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 over who calls what and when. The arguments are not part of it: they are turned into bytes only after the
 * filters have run, so a digest would serialize every command twice, and no other form of them is exact (maps change their
 * order on the way). Who can change bytes between our processes is kept off by TLS, not by this.
 */
final class CallSignature {

    private static final String ALGORITHM = "HmacSHA256";

    /** Never used itself: a clone is ready for one call, on whatever thread, virtual ones too. */
    private final Mac prototype;

    CallSignature(byte[] secret) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(secret, ALGORITHM));
            prototype.clone();
        } catch (GeneralSecurityException | CloneNotSupportedException e) {
            throw new IllegalStateException("this JDK cannot compute " + ALGORITHM, e);
        }
    }

    /** The text that proves the call. */
    String of(Call call) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(call));
    }

    /** Whether the text proves the call; takes the same time wherever it differs. */
    boolean proves(Call call, String signature) {
        byte[] given;
        try {
            given = Base64.getUrlDecoder().decode(signature);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        return MessageDigest.isEqual(bytes(call), given);
    }

    private byte[] bytes(Call call) {
        try {
            Mac mac = (Mac) prototype.clone();
            return mac.doFinal(call.text().getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What is signed.
     *
     * @param parameters the types of the parameters, in the notation of the JVM
     * @param millis epoch milliseconds at which the caller signed
     * @param nonce tells two calls of the same millisecond apart
     */
    record Call(String caller, String service, String method, String parameters, long millis, long nonce) {

        private String text() {
            return caller + '\n' + service + '\n' + method + '\n' + parameters + '\n' + millis + '\n' + nonce;
        }
    }
}
