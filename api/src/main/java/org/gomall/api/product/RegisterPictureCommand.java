package org.gomall.api.product;

import java.io.Serializable;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * A picture that was stored for a shop.
 *
 * @param uploadId 128 random bits in hexadecimal
 * @param bytes size as stored
 */
public record RegisterPictureCommand(ActingUser actor, long shopId, String uploadId, int width, int height, int bytes)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .that(uploadId != null && uploadId.matches("[0-9a-f]{32}"), "uploadId", "must be 32 hexadecimal digits")
                .that(width > 0 && height > 0 && bytes > 0, "file", "must not be empty")
                .orRefuse();
    }
}
