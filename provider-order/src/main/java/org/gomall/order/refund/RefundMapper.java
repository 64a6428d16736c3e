package org.gomall.order.refund;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.order.RefundStatus;
import org.gomall.api.order.RequestRefundCommand;
import org.gomall.order.orders.StoredOrder;

/** Tables refund_request and refund_history. */
@Mapper
interface RefundMapper {

    String REFUND = """
            SELECT refund_id, order_id, user_id, shop_id, payment_id, status, asked_cents, amount_cents, reason,
                   refusal, order_status, left_micros, created_at, updated_at
            FROM refund_request
            """;

    /** A shop sees its own; null is everybody's. */
    String OF_SHOP = """
            <where>
              <if test="shopId != null">shop_id = #{shopId}</if>
              <if test="status != null">AND status = #{status}</if>
            </where>
            """;

    @Select(REFUND + "WHERE user_id = #{userId} AND idempotency_key = #{key}")
    Optional<StoredRefund> byKey(long userId, String key);

    @Select(REFUND + "WHERE refund_id = #{refundId}")
    Optional<StoredRefund> byId(long refundId);

    @Select("<script>" + REFUND + """
            WHERE refund_id = #{refundId}
            <if test="shopId != null">AND shop_id = #{shopId}</if>
            </script>
            """)
    Optional<StoredRefund> byShop(Long shopId, long refundId);

    @Select(REFUND + "WHERE order_id = #{orderId} ORDER BY refund_id")
    List<StoredRefund> ofOrder(long orderId);

    @Select("<script>" + REFUND + OF_SHOP + "ORDER BY refund_id DESC LIMIT #{size} OFFSET #{offset}</script>")
    List<StoredRefund> page(Long shopId, RefundStatus status, int size, long offset);

    /** Counts no further than {@code most}. */
    @Select("<script>SELECT COUNT(*) FROM (SELECT 1 AS one FROM refund_request" + OF_SHOP
            + " LIMIT #{most}) AS countable</script>")
    long count(Long shopId, RefundStatus status, long most);

    @Select("""
            <script>
            SELECT refund_id, from_status, to_status, changed_at, changed_by, reason
            FROM refund_history
            WHERE refund_id IN
            <foreach collection="refundIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY refund_id, history_id
            </script>
            """)
    List<RefundHistoryRow> history(@Param("refundIds") Collection<Long> refundIds);

    /**
     * Opens a request if the order is still as it was read. The time its status has left is reckoned by the clock of the
     * database, like the time limit itself. Returns 0 if the order has changed.
     */
    @Insert("""
            INSERT INTO refund_request (refund_id, order_id, open_order_id, user_id, shop_id, payment_id,
                                        idempotency_key, status, asked_cents, amount_cents, reason, order_status,
                                        left_micros, created_at, updated_at)
            SELECT #{refundId}, order_id, order_id, user_id, shop_id, payment_id,
                   #{command.idempotencyKey}, 'REQUESTED', #{command.amountCents}, #{amountCents}, #{reason}, status,
                   GREATEST(0, TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), expires_at)), #{now}, #{now}
            FROM orders
            WHERE order_id = #{order.orderId} AND user_id = #{command.userId} AND status = #{order.state}
              AND refunded_cents = #{order.refundedCents}
            """)
    int open(
            long refundId,
            RequestRefundCommand command,
            StoredOrder order,
            long amountCents,
            String reason,
            Instant now);

    @Update("""
            UPDATE refund_request SET status = 'APPROVED', updated_at = #{now}
            WHERE refund_id = #{refundId} AND status = 'REQUESTED'
            """)
    int approve(long refundId, Instant now);

    @Update("""
            UPDATE refund_request SET status = 'REFUSED', refusal = #{refusal}, open_order_id = NULL, updated_at = #{now}
            WHERE refund_id = #{refundId} AND status = 'REQUESTED'
            """)
    int refuse(long refundId, String refusal, Instant now);

    @Update("""
            UPDATE refund_request SET status = 'DONE', open_order_id = NULL, updated_at = #{now}
            WHERE refund_id = #{refundId} AND status = 'APPROVED'
            """)
    int finish(long refundId, Instant now);

    @Insert("""
            INSERT INTO refund_history (refund_id, from_status, to_status, changed_at, changed_by, reason)
            VALUES (#{refundId}, #{fromStatus}, #{toStatus}, #{changedAt}, #{changedBy}, #{reason})
            """)
    void remember(RefundHistoryRow row);
}
