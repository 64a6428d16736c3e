package org.gomall.payment.leaving;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** What is open about the money of somebody who leaves. */
@Mapper
interface LeavingMapper {

    @Select("SELECT payment_id FROM payment WHERE user_id = #{userId} AND status = 'PENDING' ORDER BY payment_id")
    List<Long> pending(long userId);
}
