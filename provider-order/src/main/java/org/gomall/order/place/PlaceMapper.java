package org.gomall.order.place;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.order.orders.StoredItem;
import org.gomall.order.orders.StoredOrder;

/** Table order_set, and orders that are being placed. */
@Mapper
interface PlaceMapper {

    @Select("""
            SELECT UTC_TIMESTAMP(6) AS database_now, s.order_set_id, s.request_hash, s.status = 'DONE' AS done
            FROM (SELECT 1 AS n) AS this_moment
            LEFT JOIN order_set s ON s.user_id = #{userId} AND s.idempotency_key = #{key}
            """)
    KnownSet known(long userId, String key);

    /** Those of the keys that were used, and a row without a key that brings the time of the database in any case. */
    @Select("""
            <script>
            SELECT UTC_TIMESTAMP(6) AS database_now, NULL AS user_id, NULL AS idempotency_key
            UNION ALL
            SELECT UTC_TIMESTAMP(6), user_id, idempotency_key
            FROM order_set FORCE INDEX (uk_order_set_key)
            WHERE
            <foreach collection="commands" item="c" separator=" OR ">
            (user_id = #{c.userId} AND idempotency_key = #{c.idempotencyKey})
            </foreach>
            </script>
            """)
    List<UsedKey> used(@Param("commands") List<PlaceOrderCommand> commands);

    @Insert("""
            <script>
            INSERT INTO order_set (order_set_id, user_id, idempotency_key, request_hash, status, total_cents, created_at)
            VALUES
            <foreach collection="plans" item="p" separator=",">
            (#{p.orderSetId}, #{p.userId}, #{p.idempotencyKey}, #{p.requestHash}, 'PENDING', #{p.totalCents},
             #{p.createdAt})
            </foreach>
            </script>
            """)
    void insertSets(@Param("plans") List<OrderPlan> plans);

    @Insert("""
            <script>
            INSERT INTO orders (order_id, order_set_id, user_id, shop_id, status, items_cents, shipping_cents,
                                discount_cents, total_cents, receiver, phone, province, city, district, street, zip,
                                note, created_at, expires_at)
            VALUES
            <foreach collection="orders" item="o" separator=",">
            (#{o.orderId}, #{o.orderSetId}, #{o.userId}, #{o.shopId}, #{o.state}, #{o.itemsCents}, #{o.shippingCents},
             #{o.discountCents}, #{o.totalCents}, #{o.receiver}, #{o.phone}, #{o.province}, #{o.city}, #{o.district},
             #{o.street}, #{o.zip}, #{o.note}, #{o.createdAt}, #{o.expiresAt})
            </foreach>
            </script>
            """)
    void insertOrders(@Param("orders") List<StoredOrder> orders);

    @Insert("""
            <script>
            INSERT INTO order_item (order_id, sku_id, line_no, product_id, product_name, product_name_zh, image, specs,
                                    price_cents, quantity, total_cents)
            VALUES
            <foreach collection="items" item="i" separator=",">
            (#{i.orderId}, #{i.skuId}, #{i.lineNo}, #{i.productId}, #{i.productName}, #{i.productNameZh}, #{i.image},
             #{i.specs}, #{i.priceCents}, #{i.quantity}, #{i.totalCents})
            </foreach>
            </script>
            """)
    void insertItems(@Param("items") List<StoredItem> items);

    @Delete("""
            <script>
            DELETE i
            FROM orders o FORCE INDEX (ix_orders_set)
            JOIN order_item i ON i.order_id = o.order_id
            WHERE o.status = 'PLACING' AND o.order_set_id IN
            <foreach collection="orderSetIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    void deleteItems(@Param("orderSetIds") Collection<Long> orderSetIds);

    @Delete("""
            <script>
            DELETE o FROM orders o FORCE INDEX (ix_orders_set)
            WHERE o.status = 'PLACING' AND o.order_set_id IN
            <foreach collection="orderSetIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    void deleteOrders(@Param("orderSetIds") Collection<Long> orderSetIds);

    @Delete("""
            <script>
            DELETE s FROM order_set s FORCE INDEX (PRIMARY)
            WHERE s.status = 'PENDING' AND s.order_set_id IN
            <foreach collection="orderSetIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    void deleteSets(@Param("orderSetIds") Collection<Long> orderSetIds);
}
