package org.gomall.product.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface TermMapper {

    /** Locks some products with terms of older rules; those that somebody else indexes now are skipped. */
    @Select("""
            SELECT id
            FROM product
            WHERE term_version < #{version}
            LIMIT #{limit}
            FOR UPDATE SKIP LOCKED""")
    List<Long> lockOutdated(@Param("version") int version, @Param("limit") int limit);

    @Select("""
            <script>
            SELECT p.id, p.name, p.name_zh, c.name AS category, c.name_zh AS category_zh,
                   t.name AS top_category, t.name_zh AS top_category_zh, p.description, p.description_zh
            FROM product p
            JOIN category c ON c.id = p.category_id
            LEFT JOIN category t ON t.id = c.parent_id
            WHERE p.id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>""")
    List<IndexedTexts> texts(@Param("ids") Collection<Long> ids);

    @Delete("""
            <script>
            DELETE FROM product_term
            WHERE product_id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>""")
    void deleteTerms(@Param("ids") Collection<Long> ids);

    @Insert("""
            <script>
            INSERT INTO product_term (term, product_id, weight)
            VALUES
            <foreach collection="weights" index="term" item="weight" separator=",">
                (#{term}, #{productId}, #{weight})
            </foreach>
            </script>""")
    void insertTerms(@Param("productId") long productId, @Param("weights") Map<String, Integer> weights);

    /** In the order of the words, so that two who add the same ones do not wait for each other in a circle. */
    @Insert("""
            <script>
            INSERT IGNORE INTO product_word (term)
            VALUES
            <foreach collection="words" item="word" separator=",">(#{word})</foreach>
            </script>""")
    void insertWords(@Param("words") SortedSet<String> words);

    @Update("""
            <script>
            UPDATE product
            SET term_version = #{version}
            WHERE id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>""")
    void markIndexed(@Param("ids") Collection<Long> ids, @Param("version") int version);

    /** Products whose category is called otherwise now. */
    @Update("""
            <script>
            UPDATE product
            SET term_version = 0
            WHERE category_id IN
                <foreach collection="categoryIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>""")
    void markOutdated(@Param("categoryIds") Collection<Long> categoryIds);
}
