package org.gomall.order.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gomall.api.order.OrderItemView;
import org.gomall.api.order.OrderLimits;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.order.ShopQuote;
import org.gomall.api.product.SkuSnapshot;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PricingTest {

    private static final ShippingRule FREE = new ShippingRule(0, 0);

    @Test
    void groups_by_shop_in_the_order_of_the_lines() {
        PricedPurchase priced = Pricing.price(
                List.of(new PurchaseLine(1, 2), new PurchaseLine(2, 1), new PurchaseLine(3, 3)),
                skus(sku(1, 20, 500), sku(2, 10, 700), sku(3, 20, 1)),
                FREE);

        assertThat(priced.shops()).extracting(ShopQuote::shopId).containsExactly(20L, 10L);
        assertThat(priced.shops()).extracting(ShopQuote::totalCents).containsExactly(1003L, 700L);
        assertThat(priced.totalCents()).isEqualTo(1703);
    }

    @Test
    void each_shop_asks_for_its_own_shipping_until_it_is_free() {
        ShippingRule shipping = new ShippingRule(800, 5000);
        PricedPurchase priced = Pricing.price(
                List.of(new PurchaseLine(1, 1), new PurchaseLine(2, 1), new PurchaseLine(3, 1)),
                skus(sku(1, 10, 4999), sku(2, 20, 5000), sku(3, 30, 5001)),
                shipping);

        assertThat(priced.shops()).extracting(ShopQuote::shippingCents).containsExactly(800L, 0L, 0L);
        assertThat(priced.totalCents()).isEqualTo(4999 + 800 + 5000 + 5001);
    }

    @Test
    void nothing_costs_nothing() {
        assertThat(Pricing.price(List.of(), Map.of(), new ShippingRule(800, 0)))
                .isEqualTo(new PricedPurchase(List.of(), 0));
    }

    @Test
    void the_largest_purchase_allowed_does_not_overflow() {
        List<PurchaseLine> lines = new ArrayList<>();
        Map<Long, SkuSnapshot> skus = new HashMap<>();
        for (long id = 1; id <= OrderLimits.MAX_LINES; id++) {
            lines.add(new PurchaseLine(id, OrderLimits.MAX_QUANTITY));
            skus.put(id, sku(id, 1, OrderLimits.MAX_PRICE_CENTS));
        }
        assertThat(Pricing.price(lines, skus, FREE).totalCents())
                .isEqualTo(OrderLimits.MAX_LINES * OrderLimits.MAX_QUANTITY * OrderLimits.MAX_PRICE_CENTS);
    }

    @Test
    void an_overflow_is_an_exception_and_never_a_wrong_sum() {
        assertThatThrownBy(
                        () -> Pricing.price(List.of(new PurchaseLine(1, 3)), skus(sku(1, 1, Long.MAX_VALUE / 2)), FREE))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refuses_prices_below_zero_and_quantities_below_one() {
        assertThatThrownBy(() -> Pricing.price(List.of(new PurchaseLine(1, 1)), skus(sku(1, 1, -1)), FREE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pricing.price(List.of(new PurchaseLine(1, 0)), skus(sku(1, 1, 1)), FREE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** For any purchase: parts add up, nothing is lost, and the order of the lines does not change the sum. */
    @RepeatedTest(200)
    void totals_always_add_up(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        ShippingRule shipping = new ShippingRule(random.nextInt(2000), random.nextInt(100_000));
        List<PurchaseLine> lines = new ArrayList<>();
        Map<Long, SkuSnapshot> skus = new HashMap<>();
        BigInteger goods = BigInteger.ZERO;
        for (long id = 1; id <= 1 + random.nextInt(30); id++) {
            long price = random.nextLong(OrderLimits.MAX_PRICE_CENTS + 1);
            int quantity = 1 + random.nextInt(OrderLimits.MAX_QUANTITY);
            lines.add(new PurchaseLine(id, quantity));
            skus.put(id, sku(id, random.nextInt(5), price));
            goods = goods.add(BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity)));
        }

        PricedPurchase priced = Pricing.price(lines, skus, shipping);

        BigInteger fees = BigInteger.ZERO;
        for (ShopQuote shop : priced.shops()) {
            assertThat(shop.totalCents()).isEqualTo(shop.itemsCents() + shop.shippingCents() - shop.discountCents());
            assertThat(shop.itemsCents())
                    .isEqualTo(shop.items().stream()
                            .mapToLong(OrderItemView::totalCents)
                            .sum());
            assertThat(shop.items()).allMatch(item -> item.totalCents() == item.priceCents() * item.quantity());
            fees = fees.add(BigInteger.valueOf(shop.shippingCents()));
        }
        assertThat(BigInteger.valueOf(priced.totalCents())).isEqualTo(goods.add(fees));
        assertThat(priced.shops().stream().mapToInt(shop -> shop.items().size()).sum())
                .isEqualTo(lines.size());
        List<PurchaseLine> shuffled = new ArrayList<>(lines);
        java.util.Collections.shuffle(shuffled, random);
        assertThat(Pricing.price(shuffled, skus, shipping).totalCents()).isEqualTo(priced.totalCents());
    }

    private static Map<Long, SkuSnapshot> skus(SkuSnapshot... skus) {
        Map<Long, SkuSnapshot> byId = new HashMap<>();
        for (SkuSnapshot sku : skus) {
            byId.put(sku.skuId(), sku);
        }
        return byId;
    }

    private static SkuSnapshot sku(long skuId, long shopId, long priceCents) {
        return new SkuSnapshot(skuId, 1, shopId, "Mug", "杯子", "", Map.of("size", "M"), priceCents, true);
    }
}
