package org.gomall.user.directory;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.user.UserStatus;

/** Table {@code accounts} as admins see it. Columns stand in the order of the record they become. */
@Mapper
interface DirectoryMapper {

    /** A user without roles. */
    record Entry(long userId, String username, String email, String nickname, UserStatus status, Instant createdAt) {

        @Override
        public String toString() {
            return "Entry[userId=" + userId + ", status=" + status + "]";
        }
    }

    /** Who fits: by a prefix those whose name or address begins with it, each by its own index and as many as are counted. */
    String FITTING = """
            <if test="prefix != null">
            JOIN (SELECT user_id FROM (SELECT user_id FROM accounts WHERE username_key LIKE #{prefix}
                                       ORDER BY username_key LIMIT #{most}) AS by_name
                  UNION
                  SELECT user_id FROM (SELECT user_id FROM accounts WHERE email_key LIKE #{prefix}
                                       ORDER BY email_key LIMIT #{most}) AS by_address) AS named USING (user_id)
            </if>
            <where>
              <if test="status != null">status = #{status}</if>
            </where>
            """;

    @Select("""
            <script>
            SELECT user_id, username, email, COALESCE(nickname, username), status, created_at
            FROM accounts
            """ + FITTING + """
            ORDER BY user_id DESC LIMIT #{limit} OFFSET #{offset}
            </script>
            """)
    List<Entry> list(String prefix, UserStatus status, int limit, long offset, long most);

    /** Counts no further than {@code most}. */
    @Select("<script>SELECT COUNT(*) FROM (SELECT 1 AS one FROM accounts " + FITTING
            + " LIMIT #{most}) AS countable</script>")
    long count(String prefix, UserStatus status, long most);

    @Select("""
            SELECT user_id, username, email, COALESCE(nickname, username), status, created_at
            FROM accounts WHERE user_id = #{userId}
            """)
    Entry get(long userId);

    /** By a key, which no name shares with an address: addresses have an @, names never do. */
    @Select("""
            SELECT user_id, username, email, COALESCE(nickname, username), status, created_at
            FROM accounts WHERE username_key = #{key} OR email_key = #{key}
            """)
    Entry named(String key);

    /** The state of an account, which keeps it until the end of the transaction; null when there is none. */
    @Select("SELECT status FROM accounts WHERE user_id = #{userId} FOR UPDATE")
    UserStatus lock(long userId);

    @Update("""
            UPDATE accounts SET status = #{to}, updated_at = #{at}
            WHERE user_id = #{userId} AND status = #{from}
            """)
    int change(long userId, UserStatus from, UserStatus to, Instant at);
}
