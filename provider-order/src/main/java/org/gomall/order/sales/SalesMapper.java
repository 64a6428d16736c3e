package org.gomall.order.sales;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/**
 * Sums over tables orders, order_item and refund_request. A day is told by how many ends of days lie before the moment, in
 * seconds since the first day began: the database need not know time zones, whose tables it may not have.
 */
@Mapper
interface SalesMapper {

    String ENDS = "<foreach collection=\"ends\" item=\"end\" separator=\",\">#{end}</foreach>";

    @Select("<script>SELECT INTERVAL(TIMESTAMPDIFF(SECOND, #{from}, o.paid_at), " + ENDS + """
            ) AS day_no,
                   COUNT(*) AS orders,
                   SUM((SELECT SUM(i.quantity) FROM order_item i WHERE i.order_id = o.order_id)) AS pieces,
                   SUM(o.total_cents) AS cents
            FROM orders o
            WHERE o.paid_at &gt;= #{from} AND o.paid_at &lt; #{until}
            <if test="shopId != null">AND o.shop_id = #{shopId}</if>
            GROUP BY day_no
            </script>
            """)
    List<DaySum> paid(
            @Param("shopId") Long shopId,
            @Param("from") Instant from,
            @Param("until") Instant until,
            @Param("ends") List<Long> ends);

    /** Nothing touches a request after it is DONE, so its last change is when the money was back. */
    @Select("<script>SELECT INTERVAL(TIMESTAMPDIFF(SECOND, #{from}, r.updated_at), " + ENDS + """
            ) AS day_no,
                   COUNT(*) AS orders, 0 AS pieces, SUM(r.amount_cents) AS cents
            FROM refund_request r
            WHERE r.status = 'DONE' AND r.updated_at &gt;= #{from} AND r.updated_at &lt; #{until}
            <if test="shopId != null">AND r.shop_id = #{shopId}</if>
            GROUP BY day_no
            </script>
            """)
    List<DaySum> refunded(
            @Param("shopId") Long shopId,
            @Param("from") Instant from,
            @Param("until") Instant until,
            @Param("ends") List<Long> ends);

    /** One day of a period, by its number from 0. */
    record DaySum(int dayNo, long orders, long pieces, long cents) {}
}
