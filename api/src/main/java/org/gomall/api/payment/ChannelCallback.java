package org.gomall.api.payment;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * What a card channel has posted, unread.
 *
 * @param channel its name in the path
 * @param timestamp header: seconds since 1970 when it was signed
 * @param signature header: HMAC-SHA256 over {@code timestamp + "." + body}, hexadecimal
 * @param eventId header: number of the event, the same in every repetition
 * @param body the raw body
 */
public record ChannelCallback(String channel, String timestamp, String signature, String eventId, String body)
        implements Checked, Serializable {

    private static final int LONGEST_BODY = 16_384;

    @Override
    public void check() {
        Check.fields()
                .text(channel, 32, "channel")
                .optionalText(timestamp, 32, "timestamp")
                .optionalText(signature, 128, "signature")
                .optionalText(eventId, 64, "eventId")
                .that(body != null && body.length() <= LONGEST_BODY, "body", "must be there and not too long")
                .orRefuse();
    }
}
