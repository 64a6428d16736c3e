package org.gomall.order.timeout;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.order.orders.OrderState;

/** Orders whose time is over, by the clock of the database: a process whose own clock is ahead must not cancel them all. */
@Mapper
interface DueMapper {

    @Select("""
            SELECT COUNT(*) FROM orders
            WHERE order_id = #{orderId} AND status = 'CREATED' AND expires_at <= UTC_TIMESTAMP(6)
            """)
    boolean isUnpaidTooLong(long orderId);

    /** Leaves out what another sweeper has in hand, or failed on a short while ago. */
    @Select("""
            SELECT order_id FROM orders
            WHERE status = #{state} AND expires_at <= UTC_TIMESTAMP(6)
              AND (sweep_at IS NULL OR sweep_at <= UTC_TIMESTAMP(6))
            ORDER BY expires_at
            LIMIT #{limit}
            FOR UPDATE SKIP LOCKED
            """)
    List<Long> due(OrderState state, int limit);

    @Update("""
            <script>
            UPDATE orders SET sweep_at = TIMESTAMPADD(SECOND, #{seconds}, UTC_TIMESTAMP(6))
            WHERE order_id IN
            <foreach collection="orderIds" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    void claim(@Param("orderIds") Collection<Long> orderIds, int seconds);
}
