package org.gomall.order.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.CheckoutCommand;
import org.gomall.api.order.CheckoutProblem;
import org.gomall.api.order.CheckoutProblem.Kind;
import org.gomall.api.order.CheckoutService;
import org.gomall.api.order.CheckoutView;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.product.SkuSnapshot;
import org.gomall.api.stock.SkuAvailability;
import org.gomall.api.stock.StockQueryService;
import org.gomall.api.user.AddressService;
import org.gomall.order.pricing.PricedPurchase;
import org.gomall.order.pricing.Pricing;
import org.gomall.order.purchase.PurchaseReader;
import org.gomall.order.settings.OrderSettings;

/** The Dubbo face of checkout: the price of a purchase and everything that stands in its way, at once. */
@DubboService
class Checkout implements CheckoutService {

    private final PurchaseReader purchases;
    private final AddressService addresses;
    private final StockQueryService stock;
    private final OrderSettings settings;

    Checkout(PurchaseReader purchases, AddressService addresses, StockQueryService stock, OrderSettings settings) {
        this.purchases = purchases;
        this.addresses = addresses;
        this.stock = stock;
        this.settings = settings;
    }

    @Override
    public CheckoutView quote(CheckoutCommand command) {
        List<CheckoutProblem> problems = new ArrayList<>();
        if (command.addressId() == null) {
            problems.add(new CheckoutProblem(Kind.ADDRESS_MISSING, null, null));
        } else {
            addresses.get(command.userId(), command.addressId());
        }
        List<PurchaseLine> lines = purchases.lines(command.userId(), command.items(), command.cart());
        if (lines.isEmpty()) {
            problems.add(new CheckoutProblem(Kind.NOTHING_SELECTED, null, null));
        }
        Map<Long, SkuSnapshot> snapshots = purchases.snapshots(lines);
        List<PurchaseLine> forSale = new ArrayList<>();
        for (PurchaseLine line : lines) {
            if (PurchaseReader.isForSale(line, snapshots)) {
                forSale.add(line);
            } else {
                problems.add(new CheckoutProblem(Kind.NOT_FOR_SALE, line.skuId(), null));
            }
        }
        problems.addAll(missingPieces(forSale));
        PricedPurchase priced = Pricing.price(forSale, snapshots, settings.shipping());
        return new CheckoutView(priced.shops(), priced.totalCents(), problems);
    }

    /** Nothing when stock cannot be asked: placing the order decides anyway. */
    private List<CheckoutProblem> missingPieces(List<PurchaseLine> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<Long, Integer> available;
        try {
            available = stock.available(lines.stream().map(PurchaseLine::skuId).toList()).stream()
                    .collect(Collectors.toMap(SkuAvailability::skuId, SkuAvailability::available));
        } catch (BusinessException away) {
            return List.of();
        }
        return lines.stream()
                .filter(line -> available.getOrDefault(line.skuId(), 0) < line.quantity())
                .map(line ->
                        new CheckoutProblem(Kind.OUT_OF_STOCK, line.skuId(), available.getOrDefault(line.skuId(), 0)))
                .toList();
    }
}
