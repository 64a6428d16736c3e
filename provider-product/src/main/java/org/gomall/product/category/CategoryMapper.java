package org.gomall.product.category;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface CategoryMapper {

    /** All categories, siblings in display order. */
    @Select("SELECT id, parent_id, name, name_zh, slug FROM category ORDER BY parent_id, position, id")
    List<CategoryRow> all();
}
