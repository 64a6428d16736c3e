package org.gomall.web.security;

import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.api.user.UserView;
import org.gomall.web.page.Problem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds the user whom an admin means in a form: by id, by name, or by e-mail address. */
@Component
public class UserFinder {

    private static final String ID = "\\d{1,18}";

    private final UserDirectoryService users;

    UserFinder(@Lazy UserDirectoryService users) {
        this.users = users;
    }

    /**
     * The user; null for a blank text. A number is an id before it is a name.
     *
     * @param field of the form, to be refused when there is no such user
     */
    public UserView find(ActingUser admin, String text, String field) {
        String wanted = text == null ? "" : text.strip();
        if (wanted.isEmpty()) {
            return null;
        }
        try {
            return wanted.matches(ID) ? byId(admin, wanted) : users.named(admin, wanted);
        } catch (BusinessException e) {
            throw e.error() == ErrorCode.NOT_FOUND ? Problem.invalid(field) : e;
        }
    }

    private UserView byId(ActingUser admin, String id) {
        try {
            return users.get(admin, Long.parseLong(id));
        } catch (BusinessException e) {
            if (e.error() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            return users.named(admin, id);
        }
    }
}
