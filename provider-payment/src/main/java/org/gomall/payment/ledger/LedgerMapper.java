package org.gomall.payment.ledger;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.payment.TopUpView;
import org.gomall.api.payment.WalletEntryView;

/** Tables {@code wallet} and {@code ledger_entry}. */
@Mapper
interface LedgerMapper {

    @Insert("""
            INSERT INTO wallet (user_id, balance_cents, created_at) VALUES (#{userId}, #{amountCents}, #{now})
            ON DUPLICATE KEY UPDATE balance_cents = balance_cents + VALUES(balance_cents)""")
    void credit(@Param("userId") long userId, @Param("amountCents") long amountCents, @Param("now") Instant now);

    @Update("""
            UPDATE wallet SET balance_cents = balance_cents - #{amountCents}
            WHERE user_id = #{userId} AND balance_cents >= #{amountCents}""")
    int debit(@Param("userId") long userId, @Param("amountCents") long amountCents);

    @Select("SELECT balance_cents FROM wallet WHERE user_id = #{userId}")
    Long balance(@Param("userId") long userId);

    @Update("UPDATE wallet SET closed_at = COALESCE(closed_at, #{now}) WHERE user_id = #{userId}")
    void close(@Param("userId") long userId, @Param("now") Instant now);

    @Select("SELECT COUNT(*) FROM wallet WHERE user_id = #{userId} AND closed_at IS NOT NULL")
    boolean isClosed(@Param("userId") long userId);

    /** An entry of a wallet notes the balance that the wallet's row, changed before and locked, has now. */
    @Insert("""
            <script>
            INSERT INTO ledger_entry
                (entry_id, kind, reference_id, account, user_id, amount_cents, balance_cents, created_at)
            VALUES
            <foreach collection='entries' item='e' separator=','>
                (#{e.entryId}, #{e.kind}, #{e.referenceId}, #{e.account}, #{e.userId}, #{e.amountCents},
                 <choose>
                   <when test='e.isOfWallet()'>(SELECT balance_cents FROM wallet WHERE user_id = #{e.userId})</when>
                   <otherwise>NULL</otherwise>
                 </choose>, #{now})
            </foreach>
            </script>""")
    void insert(@Param("entries") List<LedgerEntry> entries, @Param("now") Instant now);

    @Select("""
            SELECT entry_id, kind, amount_cents, balance_cents, reference_id, created_at FROM ledger_entry
            WHERE account = 'WALLET' AND user_id = #{userId}
            ORDER BY entry_id DESC LIMIT #{limit} OFFSET #{offset}""")
    List<WalletEntryView> entries(@Param("userId") long userId, @Param("limit") int limit, @Param("offset") int offset);

    /** Counts no further than {@code most}. */
    @Select("""
            SELECT COUNT(*)
            FROM (SELECT 1 AS one FROM ledger_entry WHERE account = 'WALLET' AND user_id = #{userId} LIMIT #{most}) AS countable""")
    long countEntries(@Param("userId") long userId, @Param("most") long most);

    @Select("""
            SELECT reference_id, amount_cents, balance_cents FROM ledger_entry
            WHERE kind = 'TOP_UP' AND reference_id = #{topupId} AND account = 'WALLET' AND user_id = #{userId}""")
    TopUpView topUp(@Param("userId") long userId, @Param("topupId") long topupId);
}
