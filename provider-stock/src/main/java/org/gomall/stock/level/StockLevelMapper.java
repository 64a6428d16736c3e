package org.gomall.stock.level;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.gomall.api.stock.SkuAvailability;
import org.gomall.api.stock.StockLevel;

/** Plain reads; they never wait for the locks of reservations. */
@Mapper
interface StockLevelMapper {

    @Select("""
            <script>
            SELECT sku_id, available FROM stock WHERE sku_id IN
            <foreach collection='skuIds' item='skuId' open='(' separator=',' close=')'>#{skuId}</foreach>
            ORDER BY sku_id
            </script>""")
    List<SkuAvailability> available(@Param("skuIds") Collection<Long> skuIds);

    @Select("""
            <script>
            SELECT sku_id, total, available, reserved, sold FROM stock WHERE sku_id IN
            <foreach collection='skuIds' item='skuId' open='(' separator=',' close=')'>#{skuId}</foreach>
            ORDER BY sku_id
            </script>""")
    List<StockLevel> all(@Param("skuIds") Collection<Long> skuIds);

    @Select("SELECT sku_id, total, available, reserved, sold FROM stock WHERE sku_id = #{skuId}")
    StockLevel find(@Param("skuId") long skuId);
}
