package org.gomall.user.audit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.user.UserStatus;

/**
 * Table {@code audit_log}: rows are added and read, and only lose what leads to somebody who has left. Columns stand in the order of the record
 * they become.
 */
@Mapper
interface AuditMapper {

    /** A row, with the name that its actor has now. */
    record Entry(
            long entryId,
            long actorId,
            String actor,
            String ip,
            String action,
            String subject,
            String details,
            Instant doneAt) {}

    String FITTING = """
            <where>
              <if test="actorId != null">l.actor_id = #{actorId}</if>
              <if test="action != null">AND l.action = #{action}</if>
              <if test="subject != null">AND l.subject = #{subject}</if>
              <if test="from != null">AND l.done_at &gt;= #{from}</if>
              <if test="to != null">AND l.done_at &lt; #{to}</if>
            </where>
            """;

    @Insert("""
            INSERT INTO audit_log (entry_id, actor_id, ip, action, subject, details, done_at)
            VALUES (#{entryId}, #{actorId}, #{ip}, #{action}, #{subject}, #{details}, #{at})
            """)
    void add(long entryId, long actorId, String ip, String action, String subject, String details, Instant at);

    /** The state of an account, which keeps it until the end of the transaction; null when there is none. */
    @Select("SELECT status FROM accounts WHERE user_id = #{userId} LOCK IN SHARE MODE")
    UserStatus hold(long userId);

    /** Where from, and how they wanted to call the shop that came to nothing. */
    @Update("""
            UPDATE audit_log
            SET ip = NULL, details = CASE WHEN action IN ('shop.apply', 'shop.update') THEN '{}' ELSE details END
            WHERE actor_id = #{actorId}
            """)
    void removeTraces(long actorId);

    @Select("""
            <script>
            SELECT l.entry_id, l.actor_id, a.username, l.ip, l.action, l.subject, l.details, l.done_at
            FROM audit_log l LEFT JOIN accounts a ON a.user_id = l.actor_id
            """ + FITTING + """
            ORDER BY l.done_at DESC, l.entry_id DESC LIMIT #{limit} OFFSET #{offset}
            </script>
            """)
    List<Entry> list(Long actorId, String action, String subject, Instant from, Instant to, int limit, long offset);

    /** Counts no further than {@code most}. */
    @Select("<script>SELECT COUNT(*) FROM (SELECT 1 AS one FROM audit_log l " + FITTING
            + " LIMIT #{most}) AS countable</script>")
    long count(Long actorId, String action, String subject, Instant from, Instant to, long most);
}
