package org.gomall.product.listing;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The SKUs of a product, also withdrawn ones. */
@Mapper
interface SkuMapper {

    /**
     * Locks all SKUs of a shop's product. Before the product itself, in the order in which figures are written, so that
     * nobody waits in a circle.
     */
    @Select("""
            SELECT s.id, s.position, s.specs, s.price_cents, s.active
            FROM sku s
            WHERE s.product_id = #{productId}
              AND EXISTS (SELECT 1 FROM product p WHERE p.id = s.product_id AND p.shop_id = #{shopId})
            ORDER BY s.position, s.id
            FOR UPDATE""")
    List<SkuRow> lockAll(@Param("shopId") long shopId, @Param("productId") long productId);

    @Select("""
            SELECT id, position, specs, price_cents, active
            FROM sku
            WHERE product_id = #{productId} AND active = TRUE
            ORDER BY position, id""")
    List<SkuRow> active(@Param("productId") long productId);

    @Insert("""
            INSERT INTO sku (id, product_id, position, specs, price_cents)
            VALUES (#{id}, #{productId}, #{position}, #{specs}, #{priceCents})""")
    void insert(
            @Param("id") long id,
            @Param("productId") long productId,
            @Param("position") int position,
            @Param("specs") String specs,
            @Param("priceCents") long priceCents);

    @Update("""
            UPDATE sku
            SET position = #{position}, specs = #{specs}, price_cents = #{priceCents}, active = TRUE
            WHERE id = #{id}""")
    void write(
            @Param("id") long id,
            @Param("position") int position,
            @Param("specs") String specs,
            @Param("priceCents") long priceCents);

    @Update("UPDATE sku SET active = FALSE WHERE id = #{id}")
    void withdraw(@Param("id") long id);

    @Delete("DELETE FROM sku WHERE product_id = #{productId}")
    void deleteAll(@Param("productId") long productId);

    /** A SKU as it is stored. */
    record SkuRow(long id, int position, String specs, long priceCents, boolean active) {}
}
