package org.gomall.payment.payments;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Table {@code refund}. */
@Mapper
interface RefundMapper {

    @Insert("""
            INSERT INTO refund (refund_id, refund_key, payment_id, order_id, amount_cents, reason, created_at)
            VALUES (#{refund.refundId}, #{key}, #{refund.paymentId}, #{refund.orderId}, #{refund.amountCents},
                    #{refund.reason}, #{refund.createdAt})""")
    void insert(@Param("key") String key, @Param("refund") RefundRow refund);

    @Select("SELECT COUNT(*) FROM refund WHERE refund_key = #{key}")
    boolean exists(@Param("key") String key);

    @Select("""
            <script>
            SELECT payment_id, refund_id, order_id, amount_cents, reason, created_at FROM refund WHERE payment_id IN
            <foreach collection='paymentIds' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            ORDER BY refund_id
            </script>""")
    List<RefundRow> ofPayments(@Param("paymentIds") Collection<Long> paymentIds);
}
