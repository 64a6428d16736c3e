package org.gomall.payment.payments;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentRecordQuery;
import org.gomall.api.payment.PaymentRecordView;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.ShopPaymentView;

/** Pages over tables {@code payment} and {@code payment_order}; numbers of payments ascend with time. */
@Mapper
interface RecordMapper {

    /** A payment without its orders. Columns stand in the order of the record they become. */
    record Row(
            long paymentId,
            long userId,
            PaymentMethod method,
            PaymentStatus status,
            long amountCents,
            long refundedCents,
            Instant createdAt) {

        PaymentRecordView view(List<Long> orderIds) {
            return new PaymentRecordView(
                    paymentId, userId, method, status, amountCents, refundedCents, createdAt, orderIds);
        }
    }

    /** An order that a payment is for. */
    record PaidFor(long paymentId, long orderId) {}

    @Select("""
            SELECT o.payment_id, o.order_id, p.method, p.status, o.amount_cents, o.refunded_cents, p.created_at
            FROM payment_order o JOIN payment p ON p.payment_id = o.payment_id
            WHERE o.shop_id = #{shopId}
            ORDER BY o.payment_id DESC, o.order_id DESC LIMIT #{limit} OFFSET #{offset}""")
    List<ShopPaymentView> ofShop(@Param("shopId") long shopId, @Param("limit") int limit, @Param("offset") int offset);

    /** Counts no further than {@code most}. */
    @Select("""
            SELECT COUNT(*)
            FROM (SELECT 1 AS one FROM payment_order WHERE shop_id = #{shopId} LIMIT #{most}) AS countable""")
    long countOfShop(@Param("shopId") long shopId, @Param("most") long most);

    @Select("""
            <script>
            SELECT payment_id, user_id, method, status, amount_cents, refunded_cents, created_at FROM payment
            <where>
                <if test='query.status != null'>status = #{query.status}</if>
                <if test='query.userId != null'>AND user_id = #{query.userId}</if>
            </where>
            ORDER BY payment_id DESC LIMIT #{query.size} OFFSET #{offset}
            </script>""")
    List<Row> all(@Param("query") PaymentRecordQuery query, @Param("offset") int offset);

    @Select("""
            <script>
            SELECT payment_id, order_id FROM payment_order WHERE payment_id IN
            <foreach collection="paymentIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY payment_id, order_id
            </script>""")
    List<PaidFor> orders(@Param("paymentIds") Collection<Long> paymentIds);

    /** Counts no further than {@code most}. */
    @Select("""
            <script>
            SELECT COUNT(*) FROM (SELECT 1 AS one FROM payment
            <where>
                <if test='query.status != null'>status = #{query.status}</if>
                <if test='query.userId != null'>AND user_id = #{query.userId}</if>
            </where>
            LIMIT #{most}) AS countable
            </script>""")
    long count(@Param("query") PaymentRecordQuery query, @Param("most") long most);
}
