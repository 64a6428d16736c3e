package org.gomall.stock.reservation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.stock.ReserveLine;

/** Table {@code reservation}. Every change of a status is conditional on the one before. */
@Mapper
interface ReservationMapper {

    @Insert("""
            <script>
            INSERT INTO reservation (order_id, sku_id, quantity, status, created_at, updated_at) VALUES
            <foreach collection='lines' item='line' separator=','>
                (#{line.orderId}, #{line.skuId}, #{line.quantity}, 'TRYING', #{now}, #{now})
            </foreach>
            </script>""")
    void insertTrying(@Param("lines") List<ReserveLine> lines, @Param("now") Instant now);

    /**
     * Moves all lines of these orders that are in {@code from}. By the primary key only: the index over the status would
     * make it wait for the rows of other orders.
     */
    @Update("""
            <script>
            UPDATE reservation FORCE INDEX (PRIMARY) SET status = #{to}, updated_at = #{now}
            WHERE status = #{from} AND order_id IN
            <foreach collection='orderIds' item='orderId' open='(' separator=',' close=')'>#{orderId}</foreach>
            </script>""")
    int move(
            @Param("orderIds") Collection<Long> orderIds,
            @Param("from") ReservationStatus from,
            @Param("to") ReservationStatus to,
            @Param("now") Instant now);

    /** The statuses that the lines of an order are in now: one, or none for an unknown order. */
    @Select("SELECT DISTINCT status FROM reservation WHERE order_id = #{orderId}")
    List<ReservationStatus> statuses(@Param("orderId") long orderId);

    /** What these orders hold or held, per SKU in ascending order. */
    @Select("""
            <script>
            SELECT sku_id, CAST(SUM(quantity) AS SIGNED) AS quantity FROM reservation WHERE order_id IN
            <foreach collection='orderIds' item='orderId' open='(' separator=',' close=')'>#{orderId}</foreach>
            GROUP BY sku_id ORDER BY sku_id
            </script>""")
    List<SkuQuantity> quantities(@Param("orderIds") Collection<Long> orderIds);
}
