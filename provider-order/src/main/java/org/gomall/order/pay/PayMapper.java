package org.gomall.order.pay;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;

/** Table refused_payment. */
@Mapper
interface PayMapper {

    /** Returns 0 if it was refused before. */
    @Insert("""
            INSERT IGNORE INTO refused_payment (order_id, payment_id, amount_cents, refused_at)
            VALUES (#{orderId}, #{paymentId}, #{amountCents}, #{now})
            """)
    int refuse(long orderId, long paymentId, long amountCents, Instant now);
}
