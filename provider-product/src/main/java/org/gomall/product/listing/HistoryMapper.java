package org.gomall.product.listing;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.gomall.api.product.ProductHistoryEntry;
import org.gomall.api.product.ProductStatus;

/** Table product_history. */
@Mapper
interface HistoryMapper {

    @Insert("""
            INSERT INTO product_history (id, product_id, from_status, to_status, by_role, by_user_id, reason, at)
            VALUES (#{id}, #{productId}, #{from}, #{to}, #{role}, #{userId}, #{reason}, #{at})""")
    void add(
            @Param("id") long id,
            @Param("productId") long productId,
            @Param("from") ProductStatus from,
            @Param("to") ProductStatus to,
            @Param("role") String role,
            @Param("userId") long userId,
            @Param("reason") String reason,
            @Param("at") Instant at);

    @Select("""
            SELECT from_status, to_status, at, by_role, reason
            FROM product_history
            WHERE product_id = #{productId}
            ORDER BY id""")
    List<ProductHistoryEntry> of(@Param("productId") long productId);

    /** Whether buyers could ever see the product. */
    @Select("""
            SELECT COUNT(*) > 0
            FROM product_history
            WHERE product_id = #{productId} AND (from_status = 'APPROVED' OR to_status = 'APPROVED')""")
    boolean wasApproved(@Param("productId") long productId);
}
