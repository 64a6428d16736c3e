package org.gomall.user.shop;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.user.OwnShopView;
import org.gomall.api.user.ShopCommand;
import org.gomall.api.user.ShopStatus;

/** Tables {@code shops} and {@code shop_history}. Columns stand in the order of {@link OwnShopView}. */
@Mapper
interface ShopApplicationMapper {

    String COLUMNS =
            "shop_id, owner_id, status, reason, name, name_zh, description, description_zh, created_at, updated_at";

    @Select("SELECT " + COLUMNS + " FROM shops WHERE owner_id = #{ownerId}")
    OwnShopView ofOwner(long ownerId);

    @Select("SELECT " + COLUMNS + " FROM shops WHERE shop_id = #{shopId}")
    OwnShopView byId(long shopId);

    @Select("<script>SELECT " + COLUMNS + """
             FROM shops
            <where><if test="status != null">status = #{status}</if></where>
            ORDER BY updated_at, shop_id LIMIT #{limit} OFFSET #{offset}
            </script>""")
    List<OwnShopView> page(ShopStatus status, int limit, int offset);

    @Select("""
            <script>
            SELECT COUNT(*)
            FROM (SELECT 1 AS one FROM shops <where><if test="status != null">status = #{status}</if></where>
                  LIMIT #{most}) AS countable
            </script>""")
    long count(ShopStatus status, long most);

    /** The owner if their account is ACTIVE, which it then is until the end of the transaction; null otherwise. */
    @Select("SELECT user_id FROM accounts WHERE user_id = #{ownerId} AND status = 'ACTIVE' FOR UPDATE")
    Long hold(long ownerId);

    @Insert("""
            INSERT INTO shops (shop_id, owner_id, name, name_zh, description, description_zh, status, created_at, updated_at)
            VALUES (#{shopId}, #{c.actor.userId}, #{c.name}, #{c.nameZh}, #{c.description}, #{c.descriptionZh}, 'PENDING',
                    #{at}, #{at})
            """)
    void insert(long shopId, ShopCommand c, Instant at);

    @Update("""
            UPDATE shops
            SET name = #{c.name}, name_zh = #{c.nameZh}, description = #{c.description},
                description_zh = #{c.descriptionZh}, updated_at = #{at}
            WHERE owner_id = #{c.actor.userId}
            """)
    int write(ShopCommand c, Instant at);

    @Update("""
            UPDATE shops SET status = #{to}, reason = #{reason}, updated_at = #{at}
            WHERE shop_id = #{shopId} AND status = #{from}
            """)
    int step(long shopId, ShopStatus from, ShopStatus to, String reason, Instant at);

    @Insert("""
            INSERT INTO shop_history (id, shop_id, from_status, to_status, by_user_id, reason, at)
            VALUES (#{id}, #{shopId}, #{from}, #{to}, #{by}, #{reason}, #{at})
            """)
    void remember(long id, long shopId, ShopStatus from, ShopStatus to, long by, String reason, Instant at);
}
