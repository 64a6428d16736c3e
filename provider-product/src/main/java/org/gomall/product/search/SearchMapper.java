package org.gomall.product.search;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.gomall.api.product.ProductSummary;

/**
 * Finds products. A keyword looks through the products of its rarest word, at so many at most; other lists walk an index of
 * product in the order in which they show it. Neither grows with the catalogue.
 */
@Mapper
interface SearchMapper {

    /** A hit on the word itself counts twice as much as one on a longer word that begins with it. */
    String WORTH = "MAX(CASE WHEN t.term = #{word.text} THEN 2 * t.weight ELSE t.weight END)";

    String ANY_OF_WORD =
            "t.term IN <foreach collection=\"word.found\" item=\"term\" open=\"(\" separator=\",\" close=\")\">"
                    + "#{term}</foreach>";

    String IN_PLACE = """
            <if test="c.categoryIds != null">
            AND p.category_id IN
                <foreach collection="c.categoryIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            </if>
            <if test="c.shopId != null">AND p.shop_id = #{c.shopId}</if>
            """;

    /** The rarest word's products, or those of the place, that have all other words; a missing one makes the score NULL. */
    String FROM_MATCHES = """
            FROM (SELECT lead.product_id, lead.weight
                    <foreach collection="c.others" item="word">
                    + (SELECT """ + " " + WORTH + """
                       FROM product_term t
                       WHERE t.product_id = lead.product_id AND """ + " " + ANY_OF_WORD + """
                      )
                    </foreach> AS score
                  FROM (
                    <choose>
                      <when test="c.fromPlace">
                        SELECT p.id AS product_id, 0 AS weight
                        FROM product p
                        WHERE p.status = 'APPROVED' """ + " " + IN_PLACE + """
                        LIMIT #{c.candidates}
                      </when>
                      <otherwise>
                        <bind name="word" value="c.lead"/>
                        SELECT t.product_id, """ + " " + WORTH + """
                         AS weight
                        FROM (<foreach collection="word.found" item="term" separator=" UNION ALL ">
                              (SELECT term, product_id, weight
                               FROM product_term
                               WHERE term = #{term}
                               ORDER BY weight DESC, product_id DESC
                               LIMIT #{word.each})
                              </foreach>) t
                        GROUP BY t.product_id
                      </otherwise>
                    </choose>) lead) scored
            JOIN product p ON p.id = scored.product_id
            """;

    String FITTING = """
            <if test="c.minPriceCents != null">AND p.min_price_cents &gt;= #{c.minPriceCents}</if>
            <if test="c.maxPriceCents != null">AND p.min_price_cents &lt;= #{c.maxPriceCents}</if>
            <if test="c.inStockOnly">AND p.in_stock = TRUE</if>
            """;

    String WHERE_VISIBLE = "WHERE p.status = 'APPROVED' <if test=\"c.words != null\">AND scored.score IS NOT NULL</if> "
            + IN_PLACE + FITTING;

    String ORDER = """
            ORDER BY
            <choose>
                <when test="c.sort.name() == 'RELEVANCE'">scored.score DESC, p.sales DESC, p.id DESC</when>
                <when test="c.sort.name() == 'PRICE_ASC'">p.min_price_cents, p.id</when>
                <when test="c.sort.name() == 'PRICE_DESC'">p.min_price_cents DESC, p.id DESC</when>
                <when test="c.sort.name() == 'SALES'">p.sales DESC, p.id DESC</when>
                <otherwise>p.created_at DESC, p.id DESC</otherwise>
            </choose>
            """;

    /** The first products of each category of several, from which the page is taken. */
    String OF_FAMILY = """
            (<foreach collection="c.categoryIds" item="id" separator=" UNION ALL ">
                (SELECT p.id, p.min_price_cents, p.sales, p.created_at
                 FROM product p
                 WHERE p.status = 'APPROVED' AND p.category_id = #{id} """ + FITTING + ORDER + """
                 LIMIT #{c.reach})
             </foreach>) p
            """;

    /** Ids and what they are ordered by come from indexes alone; only the rows of the page are read. */
    @Select("<script>" + """
            SELECT p.id, p.name, p.name_zh, i.url AS image, p.shop_id, p.category_id,
                   p.min_price_cents, p.max_price_cents, p.sales, p.in_stock
            FROM (SELECT p.id <if test="c.words != null">, scored.score</if>
                  <choose>
                    <when test="c.words != null">""" + FROM_MATCHES + WHERE_VISIBLE + """
                    </when>
                    <when test="c.isFamily()">FROM """ + OF_FAMILY + """
                    </when>
                    <otherwise>FROM product p """ + " " + WHERE_VISIBLE + """
                    </otherwise>
                  </choose>
                  """ + ORDER
            + """
                  LIMIT #{c.limit} OFFSET #{c.offset}) scored
            JOIN product p ON p.id = scored.id
            LEFT JOIN product_image i ON i.product_id = p.id AND i.position = 1
            """ + ORDER + "</script>")
    List<ProductSummary> page(@Param("c") Criteria criteria);

    /** How many match, as far as lists are counted. */
    @Select("""
            <script>
            SELECT COUNT(*)
            FROM (SELECT 1 AS one
                  <choose>
                    <when test="c.words != null">""" + FROM_MATCHES + """
                    </when>
                    <otherwise>FROM product p</otherwise>
                  </choose>
                  """ + " " + WHERE_VISIBLE + """
                  LIMIT #{c.mostCounted}) countable
            </script>""")
    long count(@Param("c") Criteria criteria);

    /** How many visible products the shop or category has, counting no further than a search looks. */
    @Select("""
            <script>
            SELECT COUNT(*)
            FROM (SELECT 1 AS one FROM product p WHERE p.status = 'APPROVED' """ + " " + IN_PLACE + """
                  LIMIT #{c.candidates}
                  ) countable
            </script>""")
    int inPlace(@Param("c") Criteria criteria);

    /** The term itself first, then longer ones that begin with it. */
    @Select("""
            SELECT term
            FROM product_word
            WHERE term LIKE #{pattern}
            ORDER BY term
            LIMIT #{most}""")
    List<String> beginningWith(@Param("pattern") String pattern, @Param("most") int most);

    /** How many products have one of these terms, counting no further than {@code most}. */
    @Select("""
            <script>
            SELECT COUNT(*)
            FROM (SELECT 1 AS one
                  FROM product_term
                  WHERE term IN <foreach collection="terms" item="term" open="(" separator="," close=")">#{term}</foreach>
                  LIMIT #{most}) countable
            </script>""")
    int postings(@Param("terms") List<String> terms, @Param("most") int most);
}
