package org.gomall.web.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartLineView;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.CartView;
import org.gomall.api.order.CheckoutCommand;
import org.gomall.api.order.CheckoutProblem;
import org.gomall.api.order.CheckoutService;
import org.gomall.api.order.CheckoutView;
import org.gomall.api.order.OrderItemView;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.order.SetCartLineCommand;
import org.gomall.api.order.ShopQuote;
import org.gomall.api.product.SkuSnapshot;

/** Carts and quotes over a {@link MemoryCatalogue}. */
class MemoryCarts implements CartService, CheckoutService {

    private static final long SHIPPING = 1_000;

    private final MemoryCatalogue catalogue;
    private final Map<CartOwner, Map<Long, Line>> carts = new LinkedHashMap<>();

    MemoryCarts(MemoryCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    private record Line(int quantity, boolean selected) {}

    @Override
    public CartView view(CartOwner owner) {
        List<CartLineView> lines = new ArrayList<>();
        cart(owner).forEach((skuId, line) -> {
            SkuSnapshot sku = catalogue.sku(skuId);
            lines.add(new CartLineView(
                    skuId,
                    sku.productId(),
                    sku.shopId(),
                    sku.productName(),
                    sku.productNameZh(),
                    sku.image(),
                    sku.specs(),
                    sku.priceCents(),
                    line.quantity,
                    line.selected,
                    catalogue.stockAway ? null : catalogue.stock.get(skuId),
                    skuId != 1_000_012));
        });
        long total = lines.stream()
                .filter(line -> line.selected() && line.valid())
                .mapToLong(line -> line.priceCents() * line.quantity())
                .sum();
        return new CartView(
                lines, total, lines.stream().mapToInt(CartLineView::quantity).sum());
    }

    @Override
    public CartView add(CartOwner owner, CartLineCommand command) {
        command.check();
        catalogue.sku(command.skuId());
        cart(owner)
                .merge(
                        command.skuId(),
                        new Line(command.quantity(), true),
                        (a, b) -> new Line(a.quantity + b.quantity, true));
        return view(owner);
    }

    @Override
    public CartView set(CartOwner owner, SetCartLineCommand command) {
        command.check();
        if (cart(owner)
                        .computeIfPresent(
                                command.skuId(),
                                (id, line) -> new Line(
                                        command.quantity() == null ? line.quantity : command.quantity(),
                                        command.selected() == null ? line.selected : command.selected()))
                == null) {
            throw BusinessException.notFound("cart line");
        }
        return view(owner);
    }

    @Override
    public CartView remove(CartOwner owner, long skuId) {
        cart(owner).remove(skuId);
        return view(owner);
    }

    @Override
    public CartView clear(CartOwner owner) {
        cart(owner).clear();
        return view(owner);
    }

    @Override
    public CartView merge(String guestToken, long userId) {
        Map<Long, Line> guest = carts.remove(CartOwner.guest(guestToken));
        if (guest != null) {
            guest.forEach((skuId, line) -> add(CartOwner.user(userId), new CartLineCommand(skuId, line.quantity)));
        }
        return view(CartOwner.user(userId));
    }

    @Override
    public CheckoutView quote(CheckoutCommand command) {
        List<PurchaseLine> lines = lines(command.userId(), command.items());
        if (lines.isEmpty()) {
            return new CheckoutView(
                    List.of(), 0, List.of(new CheckoutProblem(CheckoutProblem.Kind.NOTHING_SELECTED, null, null)));
        }
        List<CheckoutProblem> problems = lines.stream()
                .filter(line -> catalogue.stock.get(line.skuId()) < line.quantity())
                .map(line -> new CheckoutProblem(
                        CheckoutProblem.Kind.OUT_OF_STOCK, line.skuId(), catalogue.stock.get(line.skuId())))
                .toList();
        List<ShopQuote> shops = quotes(lines);
        return new CheckoutView(
                shops, shops.stream().mapToLong(ShopQuote::totalCents).sum(), problems);
    }

    List<PurchaseLine> lines(long userId, List<PurchaseLine> items) {
        return items != null
                ? items
                : view(CartOwner.user(userId)).items().stream()
                        .filter(line -> line.selected() && line.valid())
                        .map(line -> new PurchaseLine(line.skuId(), line.quantity()))
                        .toList();
    }

    List<ShopQuote> quotes(List<PurchaseLine> lines) {
        Map<Long, List<PurchaseLine>> byShop = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> catalogue.sku(line.skuId()).shopId(), TreeMap::new, Collectors.toList()));
        return byShop.entrySet().stream()
                .map(entry -> {
                    List<OrderItemView> items =
                            entry.getValue().stream().map(this::item).toList();
                    long sum =
                            items.stream().mapToLong(OrderItemView::totalCents).sum();
                    long shipping = sum > 20_000 ? 0 : SHIPPING;
                    return new ShopQuote(entry.getKey(), items, sum, shipping, 0, sum + shipping);
                })
                .toList();
    }

    private OrderItemView item(PurchaseLine line) {
        SkuSnapshot sku = catalogue.sku(line.skuId());
        return new OrderItemView(
                sku.skuId(),
                sku.productId(),
                sku.productName(),
                sku.productNameZh(),
                sku.image(),
                sku.specs(),
                sku.priceCents(),
                line.quantity(),
                sku.priceCents() * line.quantity());
    }

    private Map<Long, Line> cart(CartOwner owner) {
        return carts.computeIfAbsent(owner, o -> new LinkedHashMap<>());
    }
}
