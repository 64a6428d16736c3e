package org.gomall.order.cart;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartLineView;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.CartView;
import org.gomall.api.order.SetCartLineCommand;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.SkuSnapshot;
import org.gomall.api.stock.SkuAvailability;
import org.gomall.api.stock.StockQueryService;

/** The Dubbo face of carts: every answer is the whole cart, priced by the catalogue and with today's stock. */
@DubboService
class Carts implements CartService {

    private final CartLines lines;
    private final CatalogueService catalogue;
    private final StockQueryService stock;

    Carts(CartLines lines, CatalogueService catalogue, StockQueryService stock) {
        this.lines = lines;
        this.catalogue = catalogue;
        this.stock = stock;
    }

    @Override
    public CartView view(CartOwner owner) {
        List<CartLine> cart = lines.of(owner);
        if (cart.isEmpty()) {
            return new CartView(List.of(), 0, 0);
        }
        List<Long> ids = cart.stream().map(CartLine::skuId).toList();
        Map<Long, SkuSnapshot> skus =
                catalogue.skus(ids).stream().collect(Collectors.toMap(SkuSnapshot::skuId, sku -> sku));
        Map<Long, Integer> available = available(ids);
        List<CartLineView> items = cart.stream()
                .map(line -> view(line, skus.get(line.skuId()), available))
                .toList();
        long total = 0;
        int count = 0;
        for (CartLineView item : items) {
            count += item.quantity();
            if (item.selected() && item.valid()) {
                total = Math.addExact(total, Math.multiplyExact(item.priceCents(), (long) item.quantity()));
            }
        }
        return new CartView(items, total, count);
    }

    @Override
    public CartView add(CartOwner owner, CartLineCommand command) {
        boolean forSale = catalogue.skus(List.of(command.skuId())).stream().anyMatch(SkuSnapshot::purchasable);
        if (!forSale) {
            throw BusinessException.notFound("SKU");
        }
        lines.add(owner, command);
        return view(owner);
    }

    @Override
    public CartView set(CartOwner owner, SetCartLineCommand command) {
        lines.set(owner, command);
        return view(owner);
    }

    @Override
    public CartView remove(CartOwner owner, long skuId) {
        lines.remove(owner, skuId);
        return view(owner);
    }

    @Override
    public CartView clear(CartOwner owner) {
        lines.clear(owner);
        return view(owner);
    }

    @Override
    public CartView merge(String guestToken, long userId) {
        CartOwner guest = CartOwner.guest(guestToken);
        guest.check();
        CartOwner user = CartOwner.user(userId);
        lines.merge(guest, user);
        return view(user);
    }

    /** Null when stock cannot be asked: the cart works without it. */
    private Map<Long, Integer> available(List<Long> skuIds) {
        try {
            return stock.available(skuIds).stream()
                    .collect(Collectors.toMap(SkuAvailability::skuId, SkuAvailability::available));
        } catch (BusinessException away) {
            return null;
        }
    }

    private static CartLineView view(CartLine line, SkuSnapshot sku, Map<Long, Integer> available) {
        Integer left = available == null ? null : available.getOrDefault(line.skuId(), 0);
        if (sku == null) {
            return new CartLineView(
                    line.skuId(), 0, 0, "", "", "", Map.of(), 0, line.quantity(), line.selected(), left, false);
        }
        return new CartLineView(
                sku.skuId(),
                sku.productId(),
                sku.shopId(),
                sku.productName(),
                sku.productNameZh(),
                sku.image(),
                sku.specs(),
                sku.priceCents(),
                line.quantity(),
                line.selected(),
                left,
                sku.purchasable());
    }
}
