package org.gomall.payment.idempotency;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Table {@code idempotency}. */
@Mapper
interface IdempotencyMapper {

    @Insert("""
            INSERT INTO idempotency (user_id, kind, idempotency_key, request_hash, result_id, created_at)
            VALUES (#{request.userId}, #{request.kind}, #{request.key}, #{request.hash}, #{resultId}, #{now})""")
    void insert(
            @Param("request") IdempotentRequest request, @Param("resultId") long resultId, @Param("now") Instant now);

    @Select("""
            SELECT request_hash, result_id FROM idempotency
            WHERE user_id = #{userId} AND kind = #{kind} AND idempotency_key = #{key}""")
    StoredResult find(IdempotentRequest request);

    /** What a key was used for and what came of it. */
    record StoredResult(String requestHash, long resultId) {}
}
