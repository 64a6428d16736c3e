package org.gomall.api.user;

import java.io.Serializable;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * Which users to list, newest first.
 *
 * @param actor who looks
 * @param text the beginning of a user name or of an e-mail address, any case; null for all
 * @param status null for all
 */
public record UserQuery(ActingUser actor, String text, UserStatus status, int page, int size)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields().optionalText(text, 254, "q").paging(page, size).orRefuse();
    }

    @Override
    public String toString() {
        return "UserQuery[status=" + status + ", page=" + page + ", size=" + size + "]";
    }
}
