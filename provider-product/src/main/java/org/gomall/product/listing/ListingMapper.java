package org.gomall.product.listing;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.product.ListingSummary;
import org.gomall.api.product.ProductStatus;

/** Products of any state. Where a shop is named, another shop's product is not there. */
@Mapper
interface ListingMapper {

    String OF_SHOP = "<if test=\"shopId != null\">AND p.shop_id = #{shopId}</if>";

    String OF_DESK = """
            <where>
                <if test="q.shopId != null">AND p.shop_id = #{q.shopId}</if>
                <if test="q.status != null">AND p.status = #{q.status}</if>
            </where>
            """;

    String LATEST = "ORDER BY p.updated_at DESC, p.id DESC";

    /** A keyword is looked for in as many as are counted, those that changed last. */
    String MATCHING = """
            <choose>
                <when test="q.keyword != null">
                    FROM (SELECT p.id, p.updated_at, p.name, p.name_zh FROM product p """ + " " + OF_DESK + LATEST + """
                          LIMIT #{most}) p
                    WHERE LOCATE(#{q.keyword}, p.name) &gt; 0 OR LOCATE(#{q.keyword}, p.name_zh) &gt; 0
                </when>
                <otherwise>FROM product p """ + " " + OF_DESK + """
                </otherwise>
            </choose>
            """;

    @Select("<script>" + """
            SELECT p.id, p.shop_id, p.status, p.reason, p.name, p.name_zh, i.url AS image, p.min_price_cents,
                   p.max_price_cents, p.sales, p.in_stock, p.updated_at
            FROM (SELECT p.id
            """ + MATCHING + LATEST + """
                  LIMIT #{limit} OFFSET #{offset}) found
            JOIN product p ON p.id = found.id
            LEFT JOIN product_image i ON i.product_id = p.id AND i.position = 1
            """ + LATEST + "</script>")
    List<ListingSummary> page(
            @Param("q") Filter filter, @Param("limit") int limit, @Param("offset") int offset, @Param("most") int most);

    @Select("<script>SELECT COUNT(*) FROM (SELECT 1 AS one " + MATCHING + "LIMIT #{most}) countable</script>")
    long count(@Param("q") Filter filter, @Param("most") int most);

    @Select("""
            <script>
            <foreach collection="statuses" item="status" separator=" UNION ALL ">
                SELECT #{status} AS status, COUNT(*) AS products
                FROM (SELECT 1 AS one FROM product WHERE shop_id = #{shopId} AND status = #{status} LIMIT #{most}) countable
            </foreach>
            </script>""")
    List<StatusCount> counts(
            @Param("shopId") long shopId, @Param("statuses") ProductStatus[] statuses, @Param("most") int most);

    @Select("<script>" + """
            SELECT p.id, p.shop_id, p.status, p.reason, p.name, p.name_zh, p.description, p.description_zh,
                   p.category_id, c.name AS category_name, c.name_zh AS category_name_zh, p.sales, p.created_at, p.updated_at
            FROM product p
            JOIN category c ON c.id = p.category_id
            WHERE p.id = #{productId}
            """ + OF_SHOP + "</script>")
    ListingRow find(@Param("shopId") Long shopId, @Param("productId") long productId);

    /** Locks a product and answers its state; null when it is not there. */
    @Select("<script>SELECT p.status FROM product p WHERE p.id = #{productId} " + OF_SHOP + " FOR UPDATE</script>")
    ProductStatus lock(@Param("shopId") Long shopId, @Param("productId") long productId);

    @Insert("""
            INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                                 created_at, updated_at)
            VALUES (#{id}, #{shopId}, #{t.categoryId}, #{t.name}, #{t.nameZh}, #{t.description}, #{t.descriptionZh},
                    'DRAFT', #{at}, #{at})""")
    void insert(@Param("id") long id, @Param("shopId") long shopId, @Param("t") Texts texts, @Param("at") Instant at);

    @Update("""
            UPDATE product
            SET category_id = #{t.categoryId}, name = #{t.name}, name_zh = #{t.nameZh}, description = #{t.description},
                description_zh = #{t.descriptionZh}, updated_at = #{at}
            WHERE id = #{id} AND shop_id = #{shopId} AND status <> 'PENDING'""")
    int write(@Param("id") long id, @Param("shopId") long shopId, @Param("t") Texts texts, @Param("at") Instant at);

    @Update("""
            UPDATE product
            SET status = #{to}, reason = #{reason}, updated_at = #{at}
            WHERE id = #{id} AND status = #{from}""")
    int step(
            @Param("id") long id,
            @Param("from") ProductStatus from,
            @Param("to") ProductStatus to,
            @Param("reason") String reason,
            @Param("at") Instant at);

    /** What lists filter and sort by, from the SKUs as they are now. */
    @Update("""
            UPDATE product
            SET min_price_cents = (SELECT MIN(s.price_cents) FROM sku s WHERE s.product_id = product.id AND s.active = TRUE),
                max_price_cents = (SELECT MAX(s.price_cents) FROM sku s WHERE s.product_id = product.id AND s.active = TRUE),
                in_stock = EXISTS (SELECT 1
                                   FROM sku s
                                   WHERE s.product_id = product.id AND s.active = TRUE AND s.in_stock = TRUE)
            WHERE id = #{id}""")
    void deriveFromSkus(@Param("id") long id);

    @Select("SELECT COUNT(*) > 0 FROM category WHERE id = #{categoryId}")
    boolean categoryExists(@Param("categoryId") long categoryId);

    @Select("SELECT url FROM product_image WHERE product_id = #{id} ORDER BY position")
    List<String> images(@Param("id") long id);

    @Delete("DELETE FROM product_image WHERE product_id = #{id}")
    void dropImages(@Param("id") long id);

    @Insert("INSERT INTO product_image (product_id, position, url) VALUES (#{id}, #{position}, #{url})")
    void addImage(@Param("id") long id, @Param("position") int position, @Param("url") String url);

    /** Deletes a product that nobody ever could buy; its SKUs, pictures and terms are gone before. */
    @Delete("DELETE FROM product WHERE id = #{id} AND shop_id = #{shopId} AND status IN ('DRAFT', 'REJECTED')")
    int delete(@Param("id") long id, @Param("shopId") long shopId);

    /** A product of ours. */
    record ListingRow(
            long id,
            long shopId,
            ProductStatus status,
            String reason,
            String name,
            String nameZh,
            String description,
            String descriptionZh,
            long categoryId,
            String categoryName,
            String categoryNameZh,
            long sales,
            Instant createdAt,
            Instant updatedAt) {}

    /** What a list shows; null means any. */
    record Filter(Long shopId, ProductStatus status, String keyword) {}

    /** How many products are in a state. */
    record StatusCount(ProductStatus status, long products) {}
}
