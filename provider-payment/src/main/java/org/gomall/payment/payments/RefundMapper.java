package org.gomall.payment.payments;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.payment.RefundStatus;

/** Table {@code refund}. */
@Mapper
interface RefundMapper {

    @Insert("""
            INSERT INTO refund
                (refund_id, refund_key, payment_id, order_id, amount_cents, reason, status, request_id, due_at,
                 created_at)
            VALUES (#{refund.refundId}, #{key}, #{refund.paymentId}, #{refund.orderId}, #{refund.amountCents},
                    #{refund.reason}, #{refund.status}, #{refund.requestId},
                    CASE WHEN #{refund.status} = 'PENDING' THEN UTC_TIMESTAMP(6) END, #{refund.createdAt})""")
    void insert(@Param("key") String key, @Param("refund") RefundRow refund);

    /** How far the money of this cause is, or null when nobody asked for it yet. */
    @Select("SELECT status FROM refund WHERE refund_key = #{key}")
    RefundStatus status(@Param("key") String key);

    @Select("""
            <script>
            SELECT payment_id, refund_id, order_id, amount_cents, reason, status, request_id, created_at FROM refund
            WHERE payment_id IN
            <foreach collection='paymentIds' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            ORDER BY refund_id
            </script>""")
    List<RefundRow> ofPayments(@Param("paymentIds") Collection<Long> paymentIds);

    @Select("""
            SELECT payment_id, refund_id, order_id, amount_cents, reason, status, request_id, created_at FROM refund
            WHERE refund_id = #{refundId}""")
    RefundRow find(@Param("refundId") long refundId);

    @Update("UPDATE refund SET status = 'DONE', due_at = NULL WHERE refund_id = #{refundId} AND status = 'PENDING'")
    int done(@Param("refundId") long refundId);

    @Select("SELECT EXISTS (SELECT 1 FROM refund WHERE due_at <= UTC_TIMESTAMP(6))")
    boolean anyDue();

    /** What to ask the channel about now, by the clock of the database. */
    @Select("""
            SELECT refund_id FROM refund WHERE due_at <= UTC_TIMESTAMP(6)
            ORDER BY due_at LIMIT #{limit} FOR UPDATE SKIP LOCKED""")
    List<Long> due(@Param("limit") int limit);

    /** The next question: soon at first, then every half minute. */
    @Update("""
            <script>
            UPDATE refund SET
                due_at = TIMESTAMPADD(SECOND, LEAST(30, 2 + attempts * attempts), UTC_TIMESTAMP(6)),
                attempts = attempts + 1
            WHERE refund_id IN
            <foreach collection='refundIds' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </script>""")
    void postpone(@Param("refundIds") Collection<Long> refundIds);
}
