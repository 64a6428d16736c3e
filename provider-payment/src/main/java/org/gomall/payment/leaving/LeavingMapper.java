package org.gomall.payment.leaving;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** What is open about the money of somebody who leaves, and what is kept of their cards. */
@Mapper
interface LeavingMapper {

    @Select("SELECT payment_id FROM payment WHERE user_id = #{userId} AND status = 'PENDING' ORDER BY payment_id")
    List<Long> pending(long userId);

    /** A charge that the channel has not decided yet has its own copy of the token, which goes with the decision. */
    @Delete("DELETE FROM card WHERE user_id = #{userId}")
    void deleteCards(long userId);
}
