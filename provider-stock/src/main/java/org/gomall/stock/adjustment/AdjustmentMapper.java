package org.gomall.stock.adjustment;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.stock.AdjustStockCommand;
import org.gomall.api.stock.StockLedgerEntryView;
import org.gomall.api.stock.StockLevel;

/** Table {@code stock_ledger}, and the total that it explains. */
@Mapper
interface AdjustmentMapper {

    /** The delta that was written under this key, or null. */
    @Select("SELECT delta FROM stock_ledger WHERE sku_id = #{skuId} AND change_key = #{key}")
    Integer deltaOf(@Param("skuId") long skuId, @Param("key") String key);

    @Insert("""
            INSERT INTO stock_ledger (entry_id, sku_id, delta, reason, created_at, change_key)
            VALUES (#{entryId}, #{command.skuId}, #{command.delta}, #{command.reason}, #{now}, #{command.key})""")
    void write(@Param("entryId") long entryId, @Param("command") AdjustStockCommand command, @Param("now") Instant now);

    /** Only what is available can go; what is reserved or sold is not touched. */
    @Update("""
            UPDATE stock SET total = total + #{delta}, available = available + #{delta}
            WHERE sku_id = #{skuId} AND available + #{delta} >= 0 AND total + #{delta} <= #{most}""")
    int move(@Param("skuId") long skuId, @Param("delta") int delta, @Param("most") int most);

    /** Makes sure that the SKU has a row. Not INSERT IGNORE, which would take a weaker lock first. */
    @Insert("""
            INSERT INTO stock (sku_id, total, available) VALUES (#{skuId}, 0, 0)
            ON DUPLICATE KEY UPDATE total = total""")
    void open(@Param("skuId") long skuId);

    @Select("SELECT sku_id, total, available, reserved, sold FROM stock WHERE sku_id = #{skuId}")
    StockLevel level(@Param("skuId") long skuId);

    @Select("""
            SELECT entry_id, sku_id, delta, reason, created_at FROM stock_ledger
            WHERE sku_id = #{skuId}
            ORDER BY entry_id DESC
            LIMIT #{size} OFFSET #{offset}""")
    List<StockLedgerEntryView> page(@Param("skuId") long skuId, @Param("size") int size, @Param("offset") long offset);

    /** Counts no further than {@code most}. */
    @Select(
            "SELECT COUNT(*) FROM (SELECT 1 AS one FROM stock_ledger WHERE sku_id = #{skuId} LIMIT #{most}) AS countable")
    long count(@Param("skuId") long skuId, @Param("most") long most);
}
