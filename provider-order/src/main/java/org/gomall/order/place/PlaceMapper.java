package org.gomall.order.place;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
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

    @Insert("""
            INSERT INTO order_set (order_set_id, user_id, idempotency_key, request_hash, status, total_cents, created_at)
            VALUES (#{orderSetId}, #{userId}, #{idempotencyKey}, #{requestHash}, 'PENDING', #{totalCents}, #{createdAt})
            """)
    void insertSet(OrderPlan plan);

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
            DELETE i
            FROM orders o
            JOIN order_item i ON i.order_id = o.order_id
            WHERE o.order_set_id = #{orderSetId} AND o.status = 'PLACING'
            """)
    void deleteItems(long orderSetId);

    @Delete("DELETE FROM orders WHERE order_set_id = #{orderSetId} AND status = 'PLACING'")
    void deleteOrders(long orderSetId);

    @Delete("DELETE FROM order_set WHERE order_set_id = #{orderSetId} AND status = 'PENDING'")
    void deleteSet(long orderSetId);
}
