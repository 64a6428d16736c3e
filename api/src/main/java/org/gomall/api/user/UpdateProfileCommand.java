package org.gomall.api.user;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** New profile of a user; null clears a field. */
public record UpdateProfileCommand(long userId, String nickname, String phone, String avatar)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .optionalText(nickname, 32, "nickname")
                .that(phone == null || phone.matches("\\+?[0-9 -]{5,20}"), "phone", "must be a phone number")
                .that(
                        avatar == null || avatar.matches("/media/[A-Za-z0-9/._-]{1,200}"),
                        "avatar",
                        "must be a picture of this site")
                .orRefuse();
    }

    @Override
    public String toString() {
        return "UpdateProfileCommand[userId=" + userId + "]";
    }
}
