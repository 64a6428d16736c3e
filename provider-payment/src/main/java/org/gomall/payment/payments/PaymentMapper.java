package org.gomall.payment.payments;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.order.PayableOrder;
import org.gomall.api.payment.PaymentStatus;

/** Tables {@code payment} and {@code payment_order}. The owner is part of every condition that serves a user. */
@Mapper
interface PaymentMapper {

    @Insert("""
            INSERT INTO payment (payment_id, user_id, method, status, amount_cents, created_at, updated_at)
            VALUES (#{paymentId}, #{userId}, #{method}, #{status}, #{amountCents}, #{createdAt}, #{createdAt})""")
    void insert(PaymentRow payment);

    @Insert("""
            INSERT INTO payment_history
                (history_id, payment_id, from_status, to_status, step_by, reason, created_at)
            VALUES (#{historyId}, #{paymentId}, #{from,jdbcType=VARCHAR}, #{to}, #{by}, #{reason}, #{now})""")
    void addHistory(
            @Param("historyId") long historyId,
            @Param("paymentId") long paymentId,
            @Param("from") PaymentStatus from,
            @Param("to") PaymentStatus to,
            @Param("by") PaymentSteps.By by,
            @Param("reason") String reason,
            @Param("now") Instant now);

    @Insert("""
            <script>
            INSERT INTO payment_order (payment_id, order_id, shop_id, amount_cents, claimed_order_id) VALUES
            <foreach collection='orders' item='order' separator=','>
                (#{paymentId}, #{order.orderId}, #{order.shopId}, #{order.amountCents}, #{order.orderId})
            </foreach>
            </script>""")
    void insertClaims(@Param("paymentId") long paymentId, @Param("orders") List<PayableOrder> orders);

    @Select("""
            SELECT payment_id, user_id, method, status, amount_cents, refunded_cents, created_at FROM payment
            WHERE payment_id = #{paymentId} AND user_id = #{userId}""")
    PaymentRow find(@Param("userId") long userId, @Param("paymentId") long paymentId);

    @Select("""
            SELECT p.payment_id, p.user_id, p.method, p.status, p.amount_cents, p.refunded_cents, p.created_at
            FROM payment_order o JOIN payment p ON p.payment_id = o.payment_id
            WHERE o.order_id = #{orderId} AND p.user_id = #{userId} ORDER BY p.payment_id DESC""")
    List<PaymentRow> ofOrder(@Param("userId") long userId, @Param("orderId") long orderId);

    @Select("""
            <script>
            SELECT o.payment_id, p.user_id, p.method, o.order_id, o.amount_cents, o.refunded_cents,
                o.refunding_cents
            FROM payment_order o JOIN payment p ON p.payment_id = o.payment_id WHERE o.payment_id IN
            <foreach collection='paymentIds' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            ORDER BY o.payment_id, o.order_id
            </script>""")
    List<PaymentShare> shares(@Param("paymentIds") Collection<Long> paymentIds);

    @Select("""
            SELECT o.payment_id, p.user_id, p.method, o.order_id, o.amount_cents, o.refunded_cents,
                o.refunding_cents
            FROM payment_order o JOIN payment p ON p.payment_id = o.payment_id
            WHERE o.payment_id = #{paymentId} AND o.order_id = #{orderId}""")
    PaymentShare share(@Param("paymentId") long paymentId, @Param("orderId") long orderId);

    /** Payments that wait for the channel to pay this order. */
    @Select("""
            SELECT p.payment_id, p.user_id, p.method, p.status, p.amount_cents, p.refunded_cents, p.created_at
            FROM payment_order o JOIN payment p ON p.payment_id = o.payment_id
            WHERE o.claimed_order_id = #{orderId} AND p.status = 'PENDING'""")
    List<PaymentRow> waitingFor(@Param("orderId") long orderId);

    @Update("""
            UPDATE payment SET status = #{to}, updated_at = #{now}
            WHERE payment_id = #{paymentId} AND status = #{from}""")
    int step(
            @Param("paymentId") long paymentId,
            @Param("from") PaymentStatus from,
            @Param("to") PaymentStatus to,
            @Param("now") Instant now);

    @Update("UPDATE payment_order SET claimed_order_id = NULL WHERE payment_id = #{paymentId}")
    void freeClaims(@Param("paymentId") long paymentId);

    /** Sets a part of what was captured for an order aside to go back; 0 when less than that is left. */
    @Update("""
            UPDATE payment_order SET refunding_cents = refunding_cents + #{amountCents}
            WHERE payment_id = #{paymentId} AND order_id = #{orderId}
              AND refunded_cents + refunding_cents + #{amountCents} <= amount_cents
              AND EXISTS (SELECT 1 FROM payment p WHERE p.payment_id = #{paymentId} AND p.status = 'SUCCEEDED')""")
    int setAside(
            @Param("paymentId") long paymentId, @Param("orderId") long orderId, @Param("amountCents") long amountCents);

    /** What was set aside is back. An order all of whose money went back is free for another payment, if provider-order allows one. */
    @Update("""
            UPDATE payment_order
            SET claimed_order_id =
                    CASE WHEN refunded_cents + #{amountCents} = amount_cents THEN NULL ELSE claimed_order_id END,
                refunded_cents = refunded_cents + #{amountCents},
                refunding_cents = refunding_cents - #{amountCents}
            WHERE payment_id = #{paymentId} AND order_id = #{orderId} AND refunding_cents >= #{amountCents}""")
    int addShareRefund(
            @Param("paymentId") long paymentId, @Param("orderId") long orderId, @Param("amountCents") long amountCents);

    @Update("""
            UPDATE payment SET refunded_cents = refunded_cents + #{amountCents}, updated_at = #{now}
            WHERE payment_id = #{paymentId} AND status = 'SUCCEEDED'
              AND refunded_cents + #{amountCents} <= amount_cents""")
    int addRefund(
            @Param("paymentId") long paymentId, @Param("amountCents") long amountCents, @Param("now") Instant now);

    @Select("""
            SELECT COUNT(*) = 0 FROM payment_order
            WHERE payment_id = #{paymentId} AND (claimed_order_id IS NOT NULL OR refunded_cents < amount_cents)""")
    boolean allWentBack(@Param("paymentId") long paymentId);
}
