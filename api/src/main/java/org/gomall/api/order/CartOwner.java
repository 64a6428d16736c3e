package org.gomall.api.order;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * Whose cart it is: a user's or a guest's. Exactly one part is set.
 *
 * @param userId the user, or null
 * @param guestToken an unguessable token from the guest's cookie, or null
 */
public record CartOwner(Long userId, String guestToken) implements Checked, Serializable {

    /** The cart of a user. */
    public static CartOwner user(long userId) {
        return new CartOwner(userId, null);
    }

    /** The cart of somebody who is not logged in. */
    public static CartOwner guest(String token) {
        return new CartOwner(null, token);
    }

    @Override
    public void check() {
        Check.fields()
                .that((userId == null) != (guestToken == null), "owner", "must be a user or a guest")
                .that(guestToken == null || guestToken.matches("[A-Za-z0-9_-]{20,64}"), "guestToken", "is not valid")
                .orRefuse();
    }
}
