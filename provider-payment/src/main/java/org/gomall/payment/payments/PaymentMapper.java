package org.gomall.payment.payments;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.order.OrderAmount;

/** Tables {@code payment} and {@code payment_order}. The owner is part of every condition that serves a user. */
@Mapper
interface PaymentMapper {

    @Insert("""
            INSERT INTO payment (payment_id, user_id, method, status, amount_cents, created_at, updated_at)
            VALUES (#{paymentId}, #{userId}, #{method}, #{status}, #{amountCents}, #{createdAt}, #{createdAt})""")
    void insert(PaymentRow payment);

    @Insert("""
            <script>
            INSERT INTO payment_order (payment_id, order_id, amount_cents, claimed_order_id) VALUES
            <foreach collection='orders' item='order' separator=','>
                (#{paymentId}, #{order.orderId}, #{order.amountCents}, #{order.orderId})
            </foreach>
            </script>""")
    void insertClaims(@Param("paymentId") long paymentId, @Param("orders") List<OrderAmount> orders);

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
            SELECT o.payment_id, p.user_id, o.order_id, o.amount_cents, o.refunded_cents
            FROM payment_order o JOIN payment p ON p.payment_id = o.payment_id WHERE o.payment_id IN
            <foreach collection='paymentIds' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            ORDER BY o.payment_id, o.order_id
            </script>""")
    List<PaymentShare> shares(@Param("paymentIds") Collection<Long> paymentIds);

    @Select("""
            SELECT o.payment_id, p.user_id, o.order_id, o.amount_cents, o.refunded_cents
            FROM payment_order o JOIN payment p ON p.payment_id = o.payment_id
            WHERE o.payment_id = #{paymentId} AND o.order_id = #{orderId}""")
    PaymentShare share(@Param("paymentId") long paymentId, @Param("orderId") long orderId);

    @Update("""
            UPDATE payment SET status = 'CANCELLED', updated_at = #{now}
            WHERE payment_id = #{paymentId} AND user_id = #{userId} AND status = 'PENDING'""")
    int cancel(@Param("userId") long userId, @Param("paymentId") long paymentId, @Param("now") Instant now);

    @Update("UPDATE payment_order SET claimed_order_id = NULL WHERE payment_id = #{paymentId}")
    void freeClaims(@Param("paymentId") long paymentId);

    @Update("""
            UPDATE payment SET refunded_cents = refunded_cents + #{amountCents}, updated_at = #{now}
            WHERE payment_id = #{paymentId} AND status = 'SUCCEEDED'
              AND refunded_cents + #{amountCents} <= amount_cents""")
    int addRefund(
            @Param("paymentId") long paymentId, @Param("amountCents") long amountCents, @Param("now") Instant now);

    /** An order all of whose money went back is free for another payment, if provider-order allows one. */
    @Update("""
            UPDATE payment_order
            SET claimed_order_id = CASE WHEN refunded_cents + #{amountCents} = amount_cents THEN NULL ELSE order_id END,
                refunded_cents = refunded_cents + #{amountCents}
            WHERE payment_id = #{paymentId} AND order_id = #{orderId} AND claimed_order_id IS NOT NULL
              AND refunded_cents + #{amountCents} <= amount_cents""")
    int addShareRefund(
            @Param("paymentId") long paymentId, @Param("orderId") long orderId, @Param("amountCents") long amountCents);

    @Update("""
            UPDATE payment SET status = 'REFUNDED', updated_at = #{now}
            WHERE payment_id = #{paymentId} AND status = 'SUCCEEDED' AND NOT EXISTS (
                SELECT 1 FROM payment_order o WHERE o.payment_id = #{paymentId} AND o.claimed_order_id IS NOT NULL)""")
    int closeWhenAllWentBack(@Param("paymentId") long paymentId, @Param("now") Instant now);
}
