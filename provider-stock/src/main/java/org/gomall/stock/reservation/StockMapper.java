package org.gomall.stock.reservation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/**
 * Moves pieces between the figures of a SKU. Each statement takes the row lock of a SKU which everybody may want, so a
 * transaction runs them last and in ascending order of SKU.
 */
@Mapper
interface StockMapper {

    @Update("""
            UPDATE stock SET available = available - #{quantity}, reserved = reserved + #{quantity}
            WHERE sku_id = #{skuId} AND available >= #{quantity}""")
    int reserve(SkuQuantity pieces);

    @Update("""
            UPDATE stock SET available = available + #{quantity}, reserved = reserved - #{quantity}
            WHERE sku_id = #{skuId} AND reserved >= #{quantity}""")
    int giveBack(SkuQuantity pieces);

    /**
     * Sells all that an order has reserved: the reservation and the figures of its SKUs in one statement, which locks them in the
     * order of every other step. The schema refuses it as a whole if a SKU has fewer pieces reserved.
     *
     * @return two rows a line, 0 if the order has nothing reserved
     */
    @Update("""
            UPDATE reservation r FORCE INDEX (PRIMARY) STRAIGHT_JOIN stock s ON s.sku_id = r.sku_id
            SET r.status = 'SOLD', r.updated_at = #{now},
                s.reserved = s.reserved - r.quantity, s.sold = s.sold + r.quantity
            WHERE r.order_id = #{orderId} AND r.status = 'RESERVED'""")
    int sell(@Param("orderId") long orderId, @Param("now") Instant now);

    @Update("""
            UPDATE stock SET available = available + #{quantity}, sold = sold - #{quantity}
            WHERE sku_id = #{skuId} AND sold >= #{quantity}""")
    int takeBack(SkuQuantity pieces);

    @Select("SELECT available FROM stock WHERE sku_id = #{skuId}")
    Integer available(@Param("skuId") long skuId);

    /** Those of the SKUs of these orders that are sold out now. */
    @Select("""
            <script>
            SELECT DISTINCT s.sku_id FROM reservation r JOIN stock s ON s.sku_id = r.sku_id
            WHERE s.available = 0 AND r.order_id IN
            <foreach collection='orderIds' item='orderId' open='(' separator=',' close=')'>#{orderId}</foreach>
            ORDER BY s.sku_id
            </script>""")
    List<Long> soldOut(@Param("orderIds") Collection<Long> orderIds);
}
