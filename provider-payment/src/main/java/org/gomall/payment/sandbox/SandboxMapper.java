package org.gomall.payment.sandbox;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The tables {@code sandbox_*}. Times are those of the database, so that several instances agree. */
@Mapper
interface SandboxMapper {

    @Insert("""
            INSERT INTO sandbox_token (token, behaviour, created_at)
            VALUES (#{token}, #{behaviour}, UTC_TIMESTAMP(6))""")
    void addToken(@Param("token") String token, @Param("behaviour") Behaviour behaviour);

    @Select("SELECT behaviour FROM sandbox_token WHERE token = #{token}")
    Behaviour behaviour(@Param("token") String token);

    /** Returns 0 when there is a charge of this reference already. */
    @Insert("""
            INSERT IGNORE INTO sandbox_charge
                (reference, token, behaviour, amount_cents, currency, status, callback_url, decide_at, created_at)
            VALUES (#{charge.reference}, #{charge.token}, #{charge.behaviour}, #{charge.amountCents},
                    #{charge.currency}, #{charge.status}, #{charge.callbackUrl},
                    TIMESTAMPADD(MICROSECOND, 1000 * #{delayMs}, UTC_TIMESTAMP(6)), UTC_TIMESTAMP(6))""")
    int addCharge(@Param("charge") SandboxCharge charge, @Param("delayMs") long delayMs);

    /** The mark that a charge of this reference shall never be made; 0 when there is one already. */
    @Insert("""
            INSERT IGNORE INTO sandbox_charge (reference, amount_cents, currency, status, created_at)
            VALUES (#{reference}, 0, 'CNY', 'CANCELLED', UTC_TIMESTAMP(6))""")
    int addCancelled(@Param("reference") String reference);

    @Select("""
            SELECT reference, token, behaviour, amount_cents, currency, status, callback_url FROM sandbox_charge
            WHERE reference = #{reference}""")
    SandboxCharge charge(@Param("reference") String reference);

    @Update("""
            UPDATE sandbox_charge SET status = 'CANCELLED', decide_at = NULL
            WHERE reference = #{reference} AND status = 'PENDING' AND behaviour <> 'LATE'""")
    int cancel(@Param("reference") String reference);

    @Select("""
            SELECT EXISTS (SELECT 1 FROM sandbox_charge WHERE decide_at <= UTC_TIMESTAMP(6))
                OR EXISTS (SELECT 1 FROM sandbox_refund WHERE decide_at <= UTC_TIMESTAMP(6))""")
    boolean anyToDecide();

    @Select("SELECT EXISTS (SELECT 1 FROM sandbox_callback WHERE send_at <= UTC_TIMESTAMP(6))")
    boolean anyToSend();

    @Select("""
            SELECT reference, token, behaviour, amount_cents, currency, status, callback_url FROM sandbox_charge
            WHERE decide_at <= UTC_TIMESTAMP(6) ORDER BY decide_at LIMIT 50 FOR UPDATE SKIP LOCKED""")
    List<SandboxCharge> dueCharges();

    @Update("""
            UPDATE sandbox_charge SET status = #{status}, decide_at = NULL
            WHERE reference = #{reference} AND status = 'PENDING'""")
    int decide(@Param("reference") String reference, @Param("status") String status);

    @Update("""
            UPDATE sandbox_charge SET refunded_cents = refunded_cents + #{amountCents}
            WHERE reference = #{reference} AND status = 'SUCCEEDED'
              AND refunded_cents + #{amountCents} <= amount_cents""")
    int takeBack(@Param("reference") String reference, @Param("amountCents") long amountCents);

    @Insert("""
            INSERT INTO sandbox_refund
                (reference, charge_reference, amount_cents, status, callback_url, decide_at, created_at)
            VALUES (#{refund.reference}, #{refund.chargeReference}, #{refund.amountCents}, #{refund.status},
                    #{refund.callbackUrl}, TIMESTAMPADD(MICROSECOND, 1000 * #{delayMs}, UTC_TIMESTAMP(6)),
                    UTC_TIMESTAMP(6))""")
    void addRefund(@Param("refund") SandboxRefund refund, @Param("delayMs") long delayMs);

    @Select("""
            SELECT reference, charge_reference, amount_cents, status, callback_url FROM sandbox_refund
            WHERE reference = #{reference}""")
    SandboxRefund refund(@Param("reference") String reference);

    @Select("""
            SELECT reference, charge_reference, amount_cents, status, callback_url FROM sandbox_refund
            WHERE decide_at <= UTC_TIMESTAMP(6) ORDER BY decide_at LIMIT 50 FOR UPDATE SKIP LOCKED""")
    List<SandboxRefund> dueRefunds();

    @Update("UPDATE sandbox_refund SET status = 'DONE', decide_at = NULL WHERE reference = #{reference}")
    void giveBack(@Param("reference") String reference);

    @Insert("""
            INSERT INTO sandbox_callback (callback_id, event_id, url, body, send_at)
            VALUES (#{callbackId}, #{eventId}, #{url}, #{body},
                    TIMESTAMPADD(MICROSECOND, 1000 * #{delayMs}, UTC_TIMESTAMP(6)))""")
    void addCallback(
            @Param("callbackId") long callbackId,
            @Param("eventId") String eventId,
            @Param("url") String url,
            @Param("body") String body,
            @Param("delayMs") long delayMs);

    @Select("""
            SELECT callback_id, event_id, url, body, attempts FROM sandbox_callback
            WHERE send_at <= UTC_TIMESTAMP(6) ORDER BY send_at LIMIT 20 FOR UPDATE SKIP LOCKED""")
    List<Callback> dueCallbacks();

    @Update("""
            UPDATE sandbox_callback SET attempts = attempts + 1,
                send_at = TIMESTAMPADD(SECOND, #{seconds}, UTC_TIMESTAMP(6))
            WHERE callback_id = #{callbackId}""")
    void postpone(@Param("callbackId") long callbackId, @Param("seconds") long seconds);

    @Delete("DELETE FROM sandbox_callback WHERE callback_id = #{callbackId}")
    void deleteCallback(@Param("callbackId") long callbackId);

    /** A callback that waits to be sent. */
    record Callback(long callbackId, String eventId, String url, String body, int attempts) {}
}
