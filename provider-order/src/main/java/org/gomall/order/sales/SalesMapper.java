package org.gomall.order.sales;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/**
 * Sums over table sales_figure, and over orders, order_item and refund_request for the time that it does not tell of. A day is told by how many ends of days lie before the moment, in
 * seconds since the first day began: the database need not know time zones, whose tables it may not have.
 */
@Mapper
interface SalesMapper {

    String ENDS = "<foreach collection=\"ends\" item=\"end\" separator=\",\">#{end}</foreach>";

    /** How far the figures are written. */
    @Select("SELECT closed_until FROM sales_closed WHERE name = 'SALES'")
    Instant closedUntil();

    /** What the figures say of the time before {@code until}; shop 0 is all of them. */
    @Select("<script>SELECT INTERVAL(TIMESTAMPDIFF(SECOND, #{from}, begins_at), " + ENDS + """
            ) AS day_no,
                   SUM(orders) AS orders, SUM(pieces) AS pieces, SUM(paid_cents) AS cents, SUM(refunded_cents) AS refunded_cents
            FROM sales_figure
            WHERE shop_id = #{shopId} AND begins_at &gt;= #{from} AND begins_at &lt; #{until}
            GROUP BY day_no
            </script>
            """)
    List<ClosedSum> closed(
            @Param("shopId") long shopId,
            @Param("from") Instant from,
            @Param("until") Instant until,
            @Param("ends") List<Long> ends);

    /** Payments since a moment. */
    @Select("<script>SELECT INTERVAL(TIMESTAMPDIFF(SECOND, #{from}, o.paid_at), " + ENDS + """
            ) AS day_no,
                   COUNT(*) AS orders,
                   SUM((SELECT SUM(i.quantity) FROM order_item i WHERE i.order_id = o.order_id)) AS pieces,
                   SUM(o.total_cents) AS cents
            FROM orders o
            WHERE o.paid_at &gt;= #{since} AND o.paid_at &lt; #{until}
            <if test="shopId != null">AND o.shop_id = #{shopId}</if>
            GROUP BY day_no
            </script>
            """)
    List<DaySum> paid(
            @Param("shopId") Long shopId,
            @Param("from") Instant from,
            @Param("since") Instant since,
            @Param("until") Instant until,
            @Param("ends") List<Long> ends);

    /** Nothing touches a request after it is DONE, so its last change is when the money was back. */
    @Select("<script>SELECT INTERVAL(TIMESTAMPDIFF(SECOND, #{from}, r.updated_at), " + ENDS + """
            ) AS day_no,
                   COUNT(*) AS orders, 0 AS pieces, SUM(r.amount_cents) AS cents
            FROM refund_request r
            WHERE r.status = 'DONE' AND r.updated_at &gt;= #{since} AND r.updated_at &lt; #{until}
            <if test="shopId != null">AND r.shop_id = #{shopId}</if>
            GROUP BY day_no
            </script>
            """)
    List<DaySum> refunded(
            @Param("shopId") Long shopId,
            @Param("from") Instant from,
            @Param("since") Instant since,
            @Param("until") Instant until,
            @Param("ends") List<Long> ends);

    /** The same of a day or a part of it, from the figures. */
    record ClosedSum(int dayNo, long orders, long pieces, long cents, long refundedCents) {}

    /** One day of a period, by its number from 0. */
    record DaySum(int dayNo, long orders, long pieces, long cents) {}
}
