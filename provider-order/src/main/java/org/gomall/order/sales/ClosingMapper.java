package org.gomall.order.sales;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Tables sales_figure and sales_closed. */
@Mapper
interface ClosingMapper {

    /** When the quarter of an hour begins that a moment lies in. */
    String QUARTER =
            "CAST('2000-01-01' + INTERVAL (TIMESTAMPDIFF(SECOND, '2000-01-01', moment) DIV 900 * 900) SECOND AS DATETIME)";

    /** How far the figures are written; null while somebody else goes on with them. */
    @Select("SELECT closed_until FROM sales_closed WHERE name = 'SALES' FOR UPDATE SKIP LOCKED")
    Instant lock();

    /** The first payment or refund from this moment on; null when there is none. */
    @Select("""
            SELECT MIN(moment)
            FROM (SELECT MIN(paid_at) AS moment FROM orders WHERE paid_at >= #{from}
                  UNION ALL
                  SELECT MIN(updated_at) FROM refund_request WHERE status = 'DONE' AND updated_at >= #{from}) AS firsts""")
    Instant first(Instant from);

    @Insert("INSERT INTO sales_figure (shop_id, begins_at, orders, pieces, paid_cents, refunded_cents) SELECT shop_id, "
            + QUARTER + """
             AS quarter_begin, SUM(orders), SUM(pieces), SUM(paid_cents), SUM(refunded_cents)
            FROM (SELECT o.shop_id, o.paid_at AS moment, 1 AS orders,
                         (SELECT SUM(i.quantity) FROM order_item i WHERE i.order_id = o.order_id) AS pieces,
                         o.total_cents AS paid_cents, 0 AS refunded_cents
                  FROM orders o
                  WHERE o.paid_at >= #{from} AND o.paid_at < #{until}
                  UNION ALL
                  SELECT r.shop_id, r.updated_at, 0, 0, 0, r.amount_cents
                  FROM refund_request r
                  WHERE r.status = 'DONE' AND r.updated_at >= #{from} AND r.updated_at < #{until}) AS moments
            GROUP BY shop_id, quarter_begin
            """)
    void writeShops(@Param("from") Instant from, @Param("until") Instant until);

    @Insert("""
            INSERT INTO sales_figure (shop_id, begins_at, orders, pieces, paid_cents, refunded_cents)
            SELECT 0, begins_at, SUM(orders), SUM(pieces), SUM(paid_cents), SUM(refunded_cents)
            FROM sales_figure
            WHERE begins_at >= #{from} AND begins_at < #{until} AND shop_id <> 0
            GROUP BY begins_at
            """)
    void writeAll(@Param("from") Instant from, @Param("until") Instant until);

    @Update("UPDATE sales_closed SET closed_until = #{until} WHERE name = 'SALES'")
    void close(Instant until);
}
