package org.gomall.payment.cards;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.gomall.api.payment.CardView;

/** Table {@code card}. The owner is part of every condition. */
@Mapper
interface CardMapper {

    @Insert("""
            INSERT INTO card
                (card_id, user_id, token, brand, last4, expiry_month, expiry_year, holder, created_at)
            VALUES (#{card.cardId}, #{userId}, #{token}, #{card.brand}, #{card.last4}, #{card.expiryMonth},
                    #{card.expiryYear}, #{card.holder}, #{now})""")
    void insert(
            @Param("userId") long userId,
            @Param("card") CardView card,
            @Param("token") String token,
            @Param("now") Instant now);

    @Select("""
            SELECT card_id, brand, last4, expiry_month, expiry_year, holder FROM card
            WHERE user_id = #{userId} ORDER BY card_id DESC""")
    List<CardView> list(@Param("userId") long userId);

    @Select("""
            SELECT card_id, brand, last4, expiry_month, expiry_year, holder FROM card
            WHERE card_id = #{cardId} AND user_id = #{userId}""")
    CardView find(@Param("userId") long userId, @Param("cardId") long cardId);

    @Select("SELECT token FROM card WHERE card_id = #{cardId} AND user_id = #{userId}")
    String token(@Param("userId") long userId, @Param("cardId") long cardId);

    @Select("SELECT COUNT(*) FROM card WHERE user_id = #{userId}")
    int count(@Param("userId") long userId);

    @Delete("DELETE FROM card WHERE card_id = #{cardId} AND user_id = #{userId}")
    int delete(@Param("userId") long userId, @Param("cardId") long cardId);
}
