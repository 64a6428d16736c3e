package org.gomall.web.merchant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Page;
import org.gomall.api.stock.AdjustStockCommand;
import org.gomall.api.stock.StockAdjustmentService;
import org.gomall.api.stock.StockLedgerEntryView;
import org.gomall.api.stock.StockLevel;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.envelope.IdempotencyKey;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock of the SKUs of the merchant's own shop. */
@RestController
@RequestMapping("/api/merchant/skus/{skuId}/stock")
@Tag(name = "Merchant")
class MerchantStockApi {

    private final StockAdjustmentService adjustments;
    private final OwnSkus skus;
    private final OwnShop shops;

    MerchantStockApi(StockAdjustmentService adjustments, OwnSkus skus, OwnShop shops) {
        this.adjustments = adjustments;
        this.skus = skus;
        this.shops = shops;
    }

    @GetMapping
    @Operation(summary = "The figures of one of my SKUs, and why it has them")
    Envelope<Stock> get(
            @PathVariable long skuId,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            CurrentUser user) {
        requireOwn(user, skuId);
        StockLevel level = skus.level(skuId);
        Page<StockLedgerEntryView> ledger = adjustments.ledger(skuId, page, size);
        return Envelope.ok(new Stock(skuId, level.total(), level.available(), level.reserved(), level.sold(), ledger));
    }

    /** Repeating it with the same key changes the stock once; without a key every request is a change of its own. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Take pieces in or out, with a reason")
    Envelope<StockLevel> adjust(
            @PathVariable long skuId,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) String key,
            @RequestBody Adjustment body,
            CurrentUser user,
            ActingUser actor) {
        if (key != null) {
            Check.fields().idempotencyKey(key).orRefuse();
        }
        AdjustStockCommand command = new AdjustStockCommand(
                skuId,
                body.delta() == null ? 0 : body.delta(),
                body.reason(),
                key == null ? UUID.randomUUID().toString() : key,
                actor);
        command.check();
        requireOwn(user, skuId);
        return Envelope.ok(adjustments.adjust(command));
    }

    private void requireOwn(CurrentUser user, long skuId) {
        skus.of(shops.idOf(user.userId()), skuId);
    }

    record Adjustment(Integer delta, String reason) {}

    record Stock(long skuId, int total, int available, int reserved, int sold, Page<StockLedgerEntryView> ledger) {}
}
