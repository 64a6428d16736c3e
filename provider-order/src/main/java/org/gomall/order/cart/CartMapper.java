package org.gomall.order.cart;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.order.PurchaseLine;

/** Table cart_line. {@code keepDays} is null for lines that never end. */
@Mapper
interface CartMapper {

    @Select("""
            SELECT sku_id, quantity, selected
            FROM cart_line
            WHERE owner = #{owner} AND (expires_at IS NULL OR expires_at > UTC_TIMESTAMP(6))
            ORDER BY added_at DESC, sku_id
            """)
    List<CartLine> lines(String owner);

    @Select("""
            SELECT sku_id, quantity
            FROM cart_line
            WHERE owner = #{owner} AND selected
            ORDER BY added_at DESC, sku_id
            """)
    List<PurchaseLine> selected(String owner);

    /** Makes other writers of this cart wait until the transaction ends. */
    @Select("SELECT sku_id FROM cart_line WHERE owner = #{owner} ORDER BY sku_id FOR UPDATE")
    List<Long> lock(String owner);

    /** Adds to the line; never more than a line may hold. */
    @Insert("""
            INSERT INTO cart_line (owner, sku_id, quantity, selected, added_at, expires_at)
            VALUES (#{owner}, #{skuId}, #{quantity}, #{selected}, #{now},
                    TIMESTAMPADD(DAY, #{keepDays}, UTC_TIMESTAMP(6)))
            ON DUPLICATE KEY UPDATE quantity = LEAST(quantity + VALUES(quantity), #{most}),
                                    selected = selected OR VALUES(selected),
                                    expires_at = VALUES(expires_at)
            """)
    void add(String owner, long skuId, int quantity, boolean selected, Instant now, Integer keepDays, int most);

    @Update("""
            UPDATE cart_line
            SET quantity = COALESCE(#{quantity}, quantity),
                selected = COALESCE(#{selected}, selected),
                expires_at = TIMESTAMPADD(DAY, #{keepDays}, UTC_TIMESTAMP(6))
            WHERE owner = #{owner} AND sku_id = #{skuId}
              AND (expires_at IS NULL OR expires_at > UTC_TIMESTAMP(6))
            """)
    int set(String owner, long skuId, Integer quantity, Boolean selected, Integer keepDays);

    @Delete("DELETE FROM cart_line WHERE owner = #{owner} AND sku_id = #{skuId}")
    void remove(String owner, long skuId);

    @Delete("DELETE FROM cart_line WHERE owner = #{owner}")
    void clear(String owner);

    @Delete("""
            DELETE c
            FROM orders o
            JOIN order_item i ON i.order_id = o.order_id
            JOIN cart_line c ON c.owner = #{owner} AND c.sku_id = i.sku_id
            WHERE o.order_set_id = #{orderSetId} AND c.quantity <= i.quantity
            """)
    int removeBoughtLines(String owner, long orderSetId);

    @Update("""
            UPDATE orders o
            JOIN order_item i ON i.order_id = o.order_id
            JOIN cart_line c ON c.owner = #{owner} AND c.sku_id = i.sku_id
            SET c.quantity = c.quantity - i.quantity
            WHERE o.order_set_id = #{orderSetId} AND c.quantity > i.quantity
            """)
    void reduceBoughtLines(String owner, long orderSetId);

    @Delete("DELETE FROM cart_line WHERE expires_at <= UTC_TIMESTAMP(6) LIMIT #{limit}")
    int removeExpired(int limit);
}
