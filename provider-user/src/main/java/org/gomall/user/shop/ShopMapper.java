package org.gomall.user.shop;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.gomall.api.user.ShopView;

/** Table {@code shops}. Columns stand in the order of {@link ShopView}. */
@Mapper
interface ShopMapper {

    @Select("""
            <script>
            SELECT shop_id, name, name_zh, description, description_zh, created_at
            FROM shops
            WHERE status = 'APPROVED'
              AND shop_id IN <foreach item="id" collection="shopIds" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    List<ShopView> approved(Collection<Long> shopIds);

    @Select("""
            SELECT shop_id, name, name_zh, description, description_zh, created_at
            FROM shops WHERE owner_id = #{ownerId} AND status = 'APPROVED'
            """)
    ShopView approvedOfOwner(long ownerId);
}
