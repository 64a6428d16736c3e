package org.gomall.product.catalogue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface CatalogueMapper {

    /** A visible product with its category, or null. */
    @Select("""
            SELECT p.id, p.name, p.name_zh, p.description, p.description_zh, p.shop_id,
                   c.id AS category_id, c.name AS category_name, c.name_zh AS category_name_zh, c.slug AS category_slug,
                   p.sales, p.created_at
            FROM product p
            JOIN category c ON c.id = p.category_id
            WHERE p.id = #{productId} AND p.status = 'APPROVED'""")
    ProductRow visible(@Param("productId") long productId);

    @Select("SELECT url FROM product_image WHERE product_id = #{productId} ORDER BY position")
    List<String> images(@Param("productId") long productId);

    @Select("""
            SELECT id, specs, price_cents
            FROM sku
            WHERE product_id = #{productId} AND active = TRUE
            ORDER BY position, id""")
    List<SkuRow> activeSkus(@Param("productId") long productId);

    /** Products of any state, those that changed first at the beginning. */
    @Select("SELECT id FROM product WHERE updated_at >= #{since} ORDER BY updated_at LIMIT #{most}")
    List<Long> changedSince(@Param("since") Instant since, @Param("most") int most);

    /** The SKUs of any state with what checkout must know of their products. */
    @Select("""
            <script>
            SELECT s.id, s.product_id, p.shop_id, p.name, p.name_zh, i.url AS image, s.specs, s.price_cents,
                   s.active = TRUE AND p.status = 'APPROVED' AS purchasable
            FROM sku s
            JOIN product p ON p.id = s.product_id
            LEFT JOIN product_image i ON i.product_id = p.id AND i.position = 1
            WHERE s.id IN <foreach collection="skuIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>""")
    List<SnapshotRow> snapshots(@Param("skuIds") Collection<Long> skuIds);

    /** Every product of the first {@code reach} has a SKU to show, so that they are enough for a page that ends there. */
    @Select("""
            SELECT s.id, s.product_id, p.shop_id, p.name, p.name_zh, i.url AS image, s.specs, s.price_cents,
                   p.status = 'APPROVED' AS purchasable
            FROM (SELECT n.id FROM product n
                  WHERE n.shop_id = #{shopId}
                    AND EXISTS (SELECT 1 FROM sku a WHERE a.product_id = n.id AND a.active = TRUE)
                  ORDER BY n.created_at DESC, n.id DESC
                  LIMIT #{reach}) newest
            JOIN product p ON p.id = newest.id
            JOIN sku s ON s.product_id = p.id AND s.active = TRUE
            LEFT JOIN product_image i ON i.product_id = p.id AND i.position = 1
            ORDER BY p.created_at DESC, p.id DESC, s.position, s.id
            LIMIT #{size} OFFSET #{offset}""")
    List<SnapshotRow> snapshotsOfShop(
            @Param("shopId") long shopId,
            @Param("size") int size,
            @Param("offset") long offset,
            @Param("reach") long reach);

    @Select("""
            SELECT COUNT(*)
            FROM (SELECT 1 AS one FROM product p JOIN sku s ON s.product_id = p.id AND s.active = TRUE
                  WHERE p.shop_id = #{shopId}
                  LIMIT #{most}) countable""")
    long countOfShop(@Param("shopId") long shopId, @Param("most") long most);

    record ProductRow(
            long id,
            String name,
            String nameZh,
            String description,
            String descriptionZh,
            long shopId,
            long categoryId,
            String categoryName,
            String categoryNameZh,
            String categorySlug,
            long sales,
            Instant createdAt) {}

    record SkuRow(long id, String specs, long priceCents) {}

    record SnapshotRow(
            long id,
            long productId,
            long shopId,
            String name,
            String nameZh,
            String image,
            String specs,
            long priceCents,
            boolean purchasable) {}
}
