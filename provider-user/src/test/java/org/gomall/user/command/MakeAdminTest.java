package org.gomall.user.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.gomall.api.common.ActingUser;
import org.gomall.api.user.AuditEntryView;
import org.gomall.api.user.AuditQuery;
import org.gomall.api.user.UserView;
import org.gomall.user.People;
import org.gomall.user.Remote;
import org.gomall.user.UserTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@UserTest
class MakeAdminTest {

    @Autowired
    private Remote remote;

    @Autowired
    private People people;

    @Autowired
    private DataSource dataSource;

    @Test
    void an_existing_account_becomes_admin_once_and_on_record() throws SQLException {
        ActingUser looker = people.newAdmin();
        long userId = people.newUser();
        UserView user = remote.directory().get(looker, userId);

        assertThat(run(user.username().toUpperCase())).matches(outcome -> outcome.done());
        assertThat(run(user.username()).sentence()).endsWith("is an admin already.");

        assertThat(remote.accounts().account(userId).roles()).containsExactly("ADMIN", "USER");
        List<AuditEntryView> entries = remote.audit()
                .list(new AuditQuery(looker, 0L, "user.roles", "user:" + userId, null, null, 1, 20))
                .items();
        assertThat(entries).singleElement().satisfies(entry -> assertThat(entry.details())
                .containsEntry("by", "command line"));
    }

    @Test
    void an_unknown_or_banned_name_is_refused_with_a_sentence() throws SQLException {
        ActingUser looker = people.newAdmin();
        long banned = people.newUser();
        people.setStatus(banned, "BANNED");

        assertThat(run("nobody-here"))
                .isEqualTo(new MakeAdmin.Outcome(
                        false, "There is no active account called nobody-here. Register it in the shop first."));
        assertThat(run(remote.directory().get(looker, banned).username()).done())
                .isFalse();
        assertThat(remote.directory().get(looker, banned).roles()).containsExactly("USER");
    }

    private MakeAdmin.Outcome run(String username) throws SQLException {
        try (Connection database = dataSource.getConnection()) {
            return MakeAdmin.run(database, username);
        }
    }
}
