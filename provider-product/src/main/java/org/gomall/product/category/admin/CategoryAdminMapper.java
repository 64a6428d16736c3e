package org.gomall.product.category.admin;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.product.CategoryEntry;
import org.gomall.api.product.SaveCategoryCommand;

/** Table category, as admins write it. Columns stand in the order of {@link CategoryEntry}. */
@Mapper
interface CategoryAdminMapper {

    String ENTRY = """
            SELECT c.id, c.parent_id, c.name, c.name_zh, c.slug, c.position,
                   (SELECT COUNT(*) FROM product p WHERE p.category_id = c.id) AS products
            FROM category c
            """;

    @Select(ENTRY + "ORDER BY c.position, c.id")
    List<CategoryEntry> all();

    @Select(ENTRY + "WHERE c.id = #{id}")
    CategoryEntry entry(@Param("id") long id);

    /** Locks a category and answers its parent, 0 for none; null when there is no such category. */
    @Select("SELECT COALESCE(parent_id, 0) FROM category WHERE id = #{id} FOR UPDATE")
    Long lockParentOf(@Param("id") long id);

    @Select("SELECT id FROM category WHERE parent_id = #{id}")
    List<Long> children(@Param("id") long id);

    @Insert("""
            INSERT INTO category (id, parent_id, name, name_zh, slug, position)
            VALUES (#{id}, #{c.parentId}, #{c.name}, #{c.nameZh}, #{c.slug}, #{c.position})""")
    void insert(@Param("id") long id, @Param("c") SaveCategoryCommand command);

    @Update("""
            UPDATE category
            SET parent_id = #{c.parentId}, name = #{c.name}, name_zh = #{c.nameZh}, slug = #{c.slug},
                position = #{c.position}
            WHERE id = #{c.categoryId}""")
    void update(@Param("c") SaveCategoryCommand command);

    @Delete("DELETE FROM category WHERE id = #{id}")
    int delete(@Param("id") long id);
}
