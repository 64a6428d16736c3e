package org.gomall.product.picture;

import java.time.Instant;
import java.util.Collection;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.gomall.api.product.RegisterPictureCommand;

/** Table picture. */
@Mapper
interface PictureMapper {

    @Insert("""
            INSERT INTO picture (upload_id, shop_id, width, height, bytes, created_at)
            VALUES (#{c.uploadId}, #{c.shopId}, #{c.width}, #{c.height}, #{c.bytes}, #{at})""")
    void insert(@Param("c") RegisterPictureCommand command, @Param("at") Instant at);

    @Select("SELECT COUNT(*) FROM picture WHERE shop_id = #{shopId}")
    int countOf(@Param("shopId") long shopId);

    @Select("""
            <script>
            SELECT COUNT(*)
            FROM picture
            WHERE shop_id = #{shopId}
              AND upload_id IN <foreach collection="uploadIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>""")
    int countOwn(@Param("shopId") long shopId, @Param("uploadIds") Collection<String> uploadIds);
}
