package org.gomall.product.search;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.gomall.api.product.ProductSummary;

/** Finds products: a keyword's terms walk the primary key of product_term, other lists an index of product. */
@Mapper
interface SearchMapper {

    /** Every term must be there; a whole word counts twice as much as the beginning of a longer one. */
    String FROM_MATCHES = """
            FROM product p
            <if test="c.terms != null">
            JOIN (SELECT hit.product_id, SUM(hit.weight) AS score
                  FROM (<foreach collection="c.terms" item="term" separator=" UNION ALL ">
                        SELECT product_id, MAX(CASE WHEN term = #{term.text} THEN 2 * weight ELSE weight END) AS weight
                        FROM product_term
                        WHERE <choose><when test="term.prefix">term LIKE #{term.pattern}</when>
                              <otherwise>term = #{term.text}</otherwise></choose>
                        GROUP BY product_id
                        </foreach>) hit
                  GROUP BY hit.product_id
                  HAVING COUNT(*) = #{c.termCount}) scored ON scored.product_id = p.id
            </if>
            """;

    String WHERE_VISIBLE = """
            WHERE p.status = 'APPROVED'
            <if test="c.categoryIds != null">
            AND p.category_id IN
                <foreach collection="c.categoryIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            </if>
            <if test="c.shopId != null">AND p.shop_id = #{c.shopId}</if>
            <if test="c.minPriceCents != null">AND p.min_price_cents &gt;= #{c.minPriceCents}</if>
            <if test="c.maxPriceCents != null">AND p.min_price_cents &lt;= #{c.maxPriceCents}</if>
            <if test="c.inStockOnly">AND p.in_stock = TRUE</if>
            """;

    @Select("<script>" + """
            SELECT p.id, p.name, p.name_zh, i.url AS image, p.shop_id, p.category_id,
                   p.min_price_cents, p.max_price_cents, p.sales, p.in_stock
            """ + FROM_MATCHES + """
            LEFT JOIN product_image i ON i.product_id = p.id AND i.position = 1
            """ + WHERE_VISIBLE + """
            ORDER BY
            <choose>
                <when test="c.sort.name() == 'RELEVANCE'">scored.score DESC, p.sales DESC, p.id DESC</when>
                <when test="c.sort.name() == 'PRICE_ASC'">p.min_price_cents, p.id</when>
                <when test="c.sort.name() == 'PRICE_DESC'">p.min_price_cents DESC, p.id DESC</when>
                <when test="c.sort.name() == 'SALES'">p.sales DESC, p.id DESC</when>
                <otherwise>p.created_at DESC, p.id DESC</otherwise>
            </choose>
            LIMIT #{c.limit} OFFSET #{c.offset}
            </script>""")
    List<ProductSummary> page(@Param("c") Criteria criteria);

    @Select("<script>SELECT COUNT(*) " + FROM_MATCHES + WHERE_VISIBLE + "</script>")
    long count(@Param("c") Criteria criteria);
}
