package org.gomall.payment.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.payment.ChannelCallback;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Believes a callback only when the channel has signed it, a short while ago. */
@Component
public class SignedCallbacks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ChannelSettings settings;
    private final Clock clock;

    SignedCallbacks(ChannelSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Reads a callback once it has proven itself.
     *
     * @throws BusinessException NO_PERMISSION without a right and fresh signature; VALIDATION when the channel signed nonsense
     */
    public ChannelEvent read(ChannelCallback callback) {
        if (!isFresh(callback.timestamp()) || !isSigned(callback)) {
            throw new BusinessException(ErrorCode.NO_PERMISSION, "The signature is wrong, or older than five minutes");
        }
        ChannelEvent event = parse(callback.body());
        // The header is not signed; the body is.
        if (event.eventId() == null || !event.eventId().equals(callback.eventId())) {
            throw malformed();
        }
        return event;
    }

    private boolean isFresh(String timestamp) {
        if (timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
        return age.abs().compareTo(WINDOW) <= 0;
    }

    private boolean isSigned(ChannelCallback callback) {
        String sent = callback.signature() == null ? "" : callback.signature();
        String right = HexFormat.of().formatHex(hmac(callback.timestamp() + "." + callback.body()));
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static ChannelEvent parse(String body) {
        try {
            ChannelEvent event = JSON.readValue(body, ChannelEvent.class);
            if (event == null || event.type() == null || event.status() == null || !isNumber(event.reference())) {
                throw malformed();
            }
            if (!event.hasKnownStatus()) {
                throw malformed();
            }
            return event;
        } catch (JacksonException e) {
            throw malformed();
        }
    }

    private static boolean isNumber(String reference) {
        return reference != null && reference.matches("\\d{1,18}");
    }

    private static BusinessException malformed() {
        return new BusinessException(
                ErrorCode.VALIDATION,
                ErrorCode.VALIDATION.defaultMessage(),
                Map.of("body", "is not an event of this channel"));
    }
}
