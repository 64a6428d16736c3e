package org.gomall.payment.payments;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.payment.channel.ChannelCharge;

/** Tables {@code charge} and {@code channel_event}. */
@Mapper
interface ChargeMapper {

    @Insert("""
            INSERT INTO charge (payment_id, card_id, token, status, due_at)
            VALUES (#{paymentId}, #{cardId}, #{token}, 'PENDING', UTC_TIMESTAMP(6))""")
    void insert(@Param("paymentId") long paymentId, @Param("cardId") long cardId, @Param("token") String token);

    @Select("""
            SELECT c.payment_id, p.user_id, c.token, p.amount_cents, p.status, c.attempts
            FROM charge c JOIN payment p ON p.payment_id = c.payment_id WHERE c.payment_id = #{paymentId}""")
    ChargeRow find(@Param("paymentId") long paymentId);

    /** Notes what the channel decided; 0 when that is known already. */
    @Update("""
            UPDATE charge SET status = #{status}, token = NULL, due_at = NULL
            WHERE payment_id = #{paymentId} AND status = 'PENDING'""")
    int decide(@Param("paymentId") long paymentId, @Param("status") ChannelCharge.Status status);

    /** The channel shall be asked at once. */
    @Update("UPDATE charge SET due_at = UTC_TIMESTAMP(6) WHERE payment_id = #{paymentId} AND status = 'PENDING'")
    void hasten(@Param("paymentId") long paymentId);

    @Select("SELECT EXISTS (SELECT 1 FROM charge WHERE due_at <= UTC_TIMESTAMP(6))")
    boolean anyDue();

    /** What to ask the channel about now, by the clock of the database. */
    @Select("""
            SELECT payment_id FROM charge WHERE due_at <= UTC_TIMESTAMP(6)
            ORDER BY due_at LIMIT #{limit} FOR UPDATE SKIP LOCKED""")
    List<Long> due(@Param("limit") int limit);

    /** The next question: soon at first, then every half minute. */
    @Update("""
            <script>
            UPDATE charge SET
                due_at = TIMESTAMPADD(SECOND, LEAST(30, 2 + attempts * attempts), UTC_TIMESTAMP(6)),
                attempts = attempts + 1
            WHERE payment_id IN
            <foreach collection='paymentIds' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </script>""")
    void postpone(@Param("paymentIds") Collection<Long> paymentIds);

    /** Returns 0 when the event has arrived before. */
    @Insert("""
            INSERT IGNORE INTO channel_event (channel, event_id, received_at)
            VALUES (#{channel}, #{eventId}, #{now})""")
    int addEvent(@Param("channel") String channel, @Param("eventId") String eventId, @Param("now") Instant now);
}
