package org.gomall.order.orders;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.order.OrderStatus;

/** Tables orders, order_item and order_history. Orders in state PLACING are not there for any reader but the set's own. */
@Mapper
interface OrderMapper {

    String ORDER = """
            SELECT order_id, order_set_id, user_id, shop_id, status AS state,
                   items_cents, shipping_cents, discount_cents, total_cents,
                   receiver, phone, province, city, district, street, zip, note,
                   payment_id, cancel_reason, carrier, tracking_no, created_at, expires_at, refunded_cents
            FROM orders
            """;

    /** One owner column is set. The status CREATED includes orders that somebody is just cancelling. */
    String OF_OWNER = """
            <where>
              <if test="userId != null">user_id = #{userId}</if>
              <if test="shopId != null">AND shop_id = #{shopId}</if>
              <choose>
                <when test="status == null">AND status != 'PLACING'</when>
                <when test="status.name() == 'CREATED'">AND status IN ('CREATED', 'CANCELLING')</when>
                <otherwise>AND status = #{status}</otherwise>
              </choose>
            </where>
            """;

    @Select(ORDER + "WHERE order_id = #{orderId} AND status <> 'PLACING'")
    Optional<StoredOrder> byId(long orderId);

    @Select(ORDER + "WHERE order_id = #{orderId} AND user_id = #{userId} AND status <> 'PLACING'")
    Optional<StoredOrder> byUser(long userId, long orderId);

    @Select(ORDER + "WHERE order_id = #{orderId} AND shop_id = #{shopId} AND status <> 'PLACING'")
    Optional<StoredOrder> byShop(long shopId, long orderId);

    @Select("<script>" + ORDER + """
            WHERE user_id = #{userId} AND status != 'PLACING' AND order_id IN
            <foreach collection="orderIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    List<StoredOrder> byUserAndIds(long userId, @Param("orderIds") Collection<Long> orderIds);

    @Select("<script>" + ORDER + """
            WHERE status != 'PLACING' AND order_id IN
            <foreach collection="orderIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY order_id DESC
            </script>
            """)
    List<StoredOrder> byIds(@Param("orderIds") Collection<Long> orderIds);

    @Select("<script>" + ORDER + """
            WHERE order_set_id IN
            <foreach collection="orderSetIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY order_id
            </script>
            """)
    List<StoredOrder> ofSets(@Param("orderSetIds") Collection<Long> orderSetIds);

    @Select("<script>" + ORDER + OF_OWNER + "ORDER BY order_id DESC LIMIT #{size} OFFSET #{offset}</script>")
    List<StoredOrder> page(Long userId, Long shopId, OrderStatus status, int size, long offset);

    /** Counts no further than {@code most}. */
    @Select("<script>SELECT COUNT(*) FROM (SELECT 1 AS one FROM orders" + OF_OWNER
            + " LIMIT #{most}) AS countable</script>")
    long count(Long userId, Long shopId, OrderStatus status, long most);

    @Select("""
            <script>
            SELECT order_id, sku_id, line_no, product_id, product_name, product_name_zh, image, specs,
                   price_cents, quantity, total_cents
            FROM order_item
            WHERE order_id IN
            <foreach collection="orderIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY order_id, line_no
            </script>
            """)
    List<StoredItem> items(@Param("orderIds") Collection<Long> orderIds);

    @Select("""
            SELECT order_id, from_status, to_status, changed_at, changed_by, reason
            FROM order_history
            WHERE order_id = #{orderId}
            ORDER BY history_id
            """)
    List<HistoryRow> history(long orderId);

    /** Between the settled and the held states; shows nothing to anybody. */
    @Update("UPDATE orders SET status = #{to} WHERE order_id = #{orderId} AND status = #{from}")
    int swap(long orderId, OrderState from, OrderState to);

    @Update("""
            UPDATE orders
            SET status = #{step.to},
                payment_id = COALESCE(#{step.paymentId}, payment_id),
                paid_at = IF(#{step.paymentId} IS NULL, paid_at, #{now}),
                cancel_reason = #{step.cancelReason},
                carrier = COALESCE(#{step.carrier}, carrier),
                tracking_no = COALESCE(#{step.trackingNo}, tracking_no),
                refunded_cents = refunded_cents + #{step.refundedCents},
                expires_at = TIMESTAMPADD(MICROSECOND, #{endsAfterMicros}, UTC_TIMESTAMP(6)),
                sweep_at = NULL
            WHERE order_id = #{orderId} AND status = #{from}
            """)
    int take(long orderId, OrderState from, Step step, Long endsAfterMicros, Instant now);

    /** The sets and their orders, all at once; returns how many rows that were, or 0 when it was done before. */
    @Update("""
            <script>
            UPDATE order_set s FORCE INDEX (PRIMARY)
            STRAIGHT_JOIN orders o FORCE INDEX (ix_orders_set) ON o.order_set_id = s.order_set_id
            SET s.status = 'DONE', o.status = 'CREATED'
            WHERE s.status = 'PENDING' AND o.status = 'PLACING' AND s.order_set_id IN
            <foreach collection="orderSetIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    int showSets(@Param("orderSetIds") Collection<Long> orderSetIds);

    @Insert("""
            <script>
            INSERT INTO order_history (order_id, from_status, to_status, changed_at, changed_by, reason)
            VALUES
            <foreach collection="rows" item="row" separator=",">
            (#{row.orderId}, #{row.fromStatus}, #{row.toStatus}, #{row.changedAt}, #{row.changedBy}, #{row.reason})
            </foreach>
            </script>
            """)
    void remember(@Param("rows") List<HistoryRow> rows);

    @Update("""
            UPDATE orders
            SET receiver = #{receiver}, phone = #{phone}, province = #{province}, city = #{city},
                district = #{district}, street = #{street}, zip = #{zip}
            WHERE order_id = #{orderId} AND user_id = #{userId} AND status IN ('CREATED', 'PAID')
            """)
    int readdress(
            long userId,
            long orderId,
            String receiver,
            String phone,
            String province,
            String city,
            String district,
            String street,
            String zip);

    @Update("""
            UPDATE orders SET note = #{note}
            WHERE order_id = #{orderId} AND user_id = #{userId} AND status IN ('CREATED', 'PAID')
            """)
    int renote(long userId, long orderId, String note);
}
