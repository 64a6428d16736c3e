package org.gomall.product.figures;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface FiguresMapper {

    /** Locks a SKU and its product; null when there is no such SKU. */
    @Select("""
            SELECT p.id
            FROM sku s
            JOIN product p ON p.id = s.product_id
            WHERE s.id = #{skuId}
            FOR UPDATE""")
    Long lockProductOf(@Param("skuId") long skuId);

    @Update("UPDATE sku SET in_stock = #{inStock} WHERE id = #{skuId}")
    void setSkuInStock(@Param("skuId") long skuId, @Param("inStock") boolean inStock);

    @Update("""
            UPDATE product
            SET in_stock = EXISTS (SELECT 1
                                   FROM sku s
                                   WHERE s.product_id = product.id AND s.active = TRUE AND s.in_stock = TRUE)
            WHERE id = #{productId}""")
    void deriveProductInStock(@Param("productId") long productId);

    @Update("UPDATE product SET sales = sales + #{quantity} WHERE id = #{productId}")
    void addSales(@Param("productId") long productId, @Param("quantity") long quantity);
}
