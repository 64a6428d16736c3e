package org.gomall.user.account;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/**
 * Table {@code login_failures}. The database's clock counts here: a process whose clock is wrong must not lock people
 * out or let attackers in.
 */
@Mapper
interface LoginFailureMapper {

    /** Seconds until the last of these subjects may try again; null when none is blocked. */
    @Select("""
            <script>
            SELECT MAX(CEILING(TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), blocked_until) / 1000000))
            FROM login_failures
            WHERE blocked_until > UTC_TIMESTAMP(6)
              AND subject IN
              <foreach item="s" collection="subjects" open="(" separator="," close=")">#{s.digest}</foreach>
            </script>
            """)
    Long blockedSeconds(List<LoginSubject> subjects);

    /** Makes sure that the row is there and locks it until the end of the transaction. */
    @Insert("""
            INSERT INTO login_failures (subject, scope, failures, last_failed_at)
            VALUES (#{digest}, #{scope}, 0, UTC_TIMESTAMP(6))
            ON DUPLICATE KEY UPDATE scope = #{scope}
            """)
    void lock(LoginSubject subject);

    /** Failures in a row; those before a long quiet time are forgotten. */
    @Select("""
            SELECT CASE WHEN last_failed_at < TIMESTAMPADD(SECOND, -#{forgetSeconds}, UTC_TIMESTAMP(6)) THEN 0
                        ELSE failures END
            FROM login_failures WHERE subject = #{digest}
            """)
    long failures(String digest, long forgetSeconds);

    @Update("""
            UPDATE login_failures
            SET failures = #{failures}, last_failed_at = UTC_TIMESTAMP(6),
                blocked_until = TIMESTAMPADD(SECOND, #{waitSeconds}, UTC_TIMESTAMP(6))
            WHERE subject = #{digest}
            """)
    void count(String digest, long failures, long waitSeconds);

    @Delete("""
            DELETE FROM login_failures
            WHERE subject = #{digest} AND (blocked_until IS NULL OR blocked_until <= UTC_TIMESTAMP(6))
            """)
    void forget(String digest);

    @Delete("DELETE FROM login_failures WHERE subject = #{digest}")
    void remove(String digest);

    @Delete("""
            DELETE FROM login_failures
            WHERE last_failed_at < TIMESTAMPADD(SECOND, -#{forgetSeconds}, UTC_TIMESTAMP(6))
              AND (blocked_until IS NULL OR blocked_until <= UTC_TIMESTAMP(6))
            LIMIT 1000
            """)
    int purge(long forgetSeconds);
}
