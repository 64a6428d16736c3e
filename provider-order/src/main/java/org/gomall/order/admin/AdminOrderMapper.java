package org.gomall.order.admin;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Table orders over all users and shops. Orders in state PLACING are not there. */
@Mapper
interface AdminOrderMapper {

    /** The status CREATED includes orders that somebody is just cancelling. */
    String FITTING = """
            <where>
              <choose>
                <when test="status == null">status != 'PLACING'</when>
                <when test="status.name() == 'CREATED'">status IN ('CREATED', 'CANCELLING')</when>
                <otherwise>status = #{status}</otherwise>
              </choose>
              <if test="orderId != null">AND order_id = #{orderId}</if>
              <if test="userId != null">AND user_id = #{userId}</if>
              <if test="shopId != null">AND shop_id = #{shopId}</if>
              <if test="firstId != null">AND order_id >= #{firstId} AND created_at >= #{from}</if>
              <if test="endId != null">AND order_id &lt; #{endId} AND created_at &lt; #{to}</if>
            </where>
            """;

    /** Numbers of the orders that fit, newest first. */
    @Select("<script>SELECT order_id FROM orders" + FITTING + """
            ORDER BY order_id DESC LIMIT #{size} OFFSET #{offset}
            </script>
            """)
    List<Long> page(OrderSearch search);

    @Select("<script>SELECT COUNT(*) FROM (SELECT order_id FROM orders" + FITTING + """
            LIMIT #{most}) AS countable
            </script>
            """)
    long count(OrderSearch search);
}
