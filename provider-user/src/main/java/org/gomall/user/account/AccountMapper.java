package org.gomall.user.account;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.user.ProfileView;
import org.gomall.api.user.UpdateProfileCommand;

/** Table {@code accounts}. Columns stand in the order of the record they become. */
@Mapper
interface AccountMapper {

    /** What {@code account()} shows besides the roles. */
    record Identity(long userId, String username, String email, AccountStatus status) {

        @Override
        public String toString() {
            return "Identity[userId=" + userId + ", status=" + status + "]";
        }
    }

    @Insert("""
            INSERT INTO accounts (user_id, username, username_key, email, email_key, password_hash, password_changed_at,
                                  status, created_at, updated_at)
            VALUES (#{account.userId}, #{account.username}, #{usernameKey}, #{account.email}, #{emailKey},
                    #{account.passwordHash}, #{account.createdAt}, 'ACTIVE', #{account.createdAt}, #{account.createdAt})
            """)
    void insert(NewAccount account, String usernameKey, String emailKey);

    @Select("SELECT COUNT(*) FROM accounts WHERE username_key = #{usernameKey}")
    boolean usernameTaken(String usernameKey);

    @Select("SELECT COUNT(*) FROM accounts WHERE email_key = #{emailKey}")
    boolean emailTaken(String emailKey);

    @Select("SELECT user_id, password_hash, status FROM accounts WHERE username_key = #{usernameKey}")
    Credentials credentialsOfUsername(String usernameKey);

    @Select("SELECT user_id, password_hash, status FROM accounts WHERE email_key = #{emailKey}")
    Credentials credentialsOfEmail(String emailKey);

    @Select("SELECT user_id, password_hash, status FROM accounts WHERE user_id = #{userId}")
    Credentials credentials(long userId);

    @Select("SELECT user_id, username, email, status FROM accounts WHERE user_id = #{userId} AND status <> 'CLOSED'")
    Identity identity(long userId);

    @Select("""
            SELECT user_id, username, email, COALESCE(nickname, username), phone, avatar, created_at
            FROM accounts WHERE user_id = #{userId} AND status <> 'CLOSED'
            """)
    ProfileView profile(long userId);

    @Update("""
            UPDATE accounts SET nickname = #{profile.nickname}, phone = #{profile.phone}, avatar = #{profile.avatar},
                                updated_at = #{at}
            WHERE user_id = #{profile.userId} AND status <> 'CLOSED'
            """)
    int updateProfile(UpdateProfileCommand profile, Instant at);

    /** Conditional on the old hash: of two changes at once only one had the right old password. */
    @Update("""
            UPDATE accounts SET password_hash = #{newHash}, password_changed_at = #{at}, updated_at = #{at}
            WHERE user_id = #{userId} AND password_hash = #{oldHash} AND status = 'ACTIVE'
            """)
    int changePassword(long userId, String oldHash, String newHash, Instant at);
}
