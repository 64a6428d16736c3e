package org.gomall.stock.reservation;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** What a repair reads and puts right; every change is conditional, so that a repetition changes nothing. */
@Mapper
interface RepairMapper {

    /** The figures of a SKU. */
    record Figures(int total, int reserved, int sold) {}

    @Select("""
            SELECT sku_id, quantity FROM reservation FORCE INDEX (PRIMARY)
            WHERE order_id = #{orderId} AND status IN ('TRYING', 'RELEASING') FOR UPDATE""")
    List<SkuQuantity> lockHalfWay(@Param("orderId") long orderId);

    @Select("SELECT total, reserved, sold FROM stock WHERE sku_id = #{skuId} FOR UPDATE")
    Figures lockStock(@Param("skuId") long skuId);

    @Select("""
            SELECT CAST(COALESCE(SUM(quantity), 0) AS SIGNED) FROM reservation
            WHERE sku_id = #{skuId} AND order_id <> #{orderId} AND status IN ('TRYING', 'RESERVED', 'RELEASING')""")
    int heldByOthers(@Param("skuId") long skuId, @Param("orderId") long orderId);

    @Update("""
            UPDATE reservation SET quantity = #{quantity}
            WHERE order_id = #{orderId} AND sku_id = #{skuId} AND status IN ('TRYING', 'RELEASING')
              AND quantity <> #{quantity}""")
    int putQuantity(@Param("orderId") long orderId, @Param("skuId") long skuId, @Param("quantity") int quantity);

    @Update("""
            UPDATE stock SET reserved = #{reserved}, available = total - sold - #{reserved}
            WHERE sku_id = #{skuId} AND reserved <> #{reserved} AND total - sold - #{reserved} >= 0""")
    int putReserved(@Param("skuId") long skuId, @Param("reserved") int reserved);
}
