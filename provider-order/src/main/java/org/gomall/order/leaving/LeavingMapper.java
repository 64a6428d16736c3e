package org.gomall.order.leaving;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** What this schema knows of somebody who leaves: tables orders, refund_request and cart_line. */
@Mapper
interface LeavingMapper {

    @Select("""
            SELECT order_id FROM orders
            WHERE user_id = #{userId} AND status IN ('PAID', 'SHIPPED', 'REFUNDING')
            ORDER BY order_id LIMIT #{limit}
            """)
    List<Long> open(long userId, int limit);

    @Select("SELECT order_id FROM orders WHERE user_id = #{userId} AND status = 'CREATED' ORDER BY order_id")
    List<Long> unpaid(long userId);

    /** Whether an order is just being placed, cancelled, or was placed a moment ago. */
    @Select("""
            SELECT COUNT(*) FROM orders
            WHERE user_id = #{userId} AND status IN ('PLACING', 'CREATED', 'CANCELLING')
            """)
    boolean underWay(long userId);

    /** What was bought, for how much and when stays; who got it and where goes. */
    @Update("""
            UPDATE orders
            SET receiver = '-', phone = '-', province = '-', city = '-', district = NULL, street = '-', zip = NULL,
                note = NULL
            WHERE user_id = #{userId}
            """)
    void anonymise(long userId);

    /** That money was asked for stays, and what the shop answered; the shopper's words go. No history has them. */
    @Update("UPDATE refund_request SET reason = '-' WHERE user_id = #{userId}")
    void forgetReasons(long userId);

    @Delete("DELETE FROM cart_line WHERE owner = CONCAT('u:', #{userId})")
    void deleteCart(long userId);
}
