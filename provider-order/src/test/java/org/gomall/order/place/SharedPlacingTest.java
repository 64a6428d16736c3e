package org.gomall.order.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Replayable;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PlacedOrders;
import org.gomall.api.order.PurchaseLine;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.gomall.platform.test.SentStatements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Purchases that share one transaction. */
@OrderTest
class SharedPlacingTest {

    @Autowired
    SharedPlacing shared;

    @Autowired
    OrderService orders;

    @Autowired
    CartService carts;

    @Autowired
    LoneSkus lone;

    @Autowired
    Shop shop;

    @AfterEach
    void everythingWorksAgain() {
        shop.stock.reset();
        shop.catalogue.away(false);
    }

    @Test
    void many_purchases_cost_what_one_costs() {
        long hot = shop.sku(1, 500, 100);
        long lamp = shop.sku(2, 900, 100);
        long shopper = shop.user();
        carts.add(CartOwner.user(shopper), new CartLineCommand(hot, 2));
        List<PlaceOrderCommand> commands = new ArrayList<>(buyers(8, hot));
        commands.add(shop.buy(shop.user(), "k", List.of(new PurchaseLine(lamp, 1), new PurchaseLine(hot, 1))));
        commands.add(shop.buy(shopper, lamp, 3));
        commands.add(shop.buyCart(shopper));
        List<Member> members = members(commands);

        List<String> sent = ours(() -> shared.place(members));

        assertThat(sent)
                .containsExactly(
                        "SELECT order_set",
                        "SELECT cart_line",
                        "CALL CatalogueService.skus",
                        "CALL AddressService.ofOwners",
                        "TC begin",
                        "TC branchRegister",
                        "INSERT tcc_fence_log, INSERT order_set, INSERT orders, INSERT order_item, COMMIT",
                        "CALL StockReservationService.reserve",
                        "TC commit",
                        "TC branchCommit",
                        "UPDATE tcc_fence_log, UPDATE order_set, INSERT order_history, DELETE orders, INSERT outbox,"
                                + " COMMIT");
        assertThat(members).allSatisfy(member -> {
            Share.Placed placed = (Share.Placed) share(member);
            assertThat(placed.ending()).isEqualTo(Ending.VISIBLE);
            assertThat(orders.get(
                                    member.wish().command().userId(),
                                    placed.plan().orders().get(0).orderId())
                            .history())
                    .hasSize(1);
        });
        assertThat(shop.stockOf(hot)).isEqualTo("89/11/0");
        assertThat(shop.stockOf(lamp)).isEqualTo("96/4/0");
        assertThat(carts.view(CartOwner.user(shopper)).items()).isEmpty();
    }

    @Test
    void orders_of_one_transaction_have_one_timer() {
        // Longer than the broker's timer reaches, so that its message stays where it can be seen.
        shop.set("gomall.order.pay-timeout", "20d");
        try {
            List<Member> members = members(buyers(5, shop.sku(1, 500, 100)));

            shared.place(members);

            String first = Long.toString(((Share.Placed) share(members.get(0)))
                    .plan()
                    .orders()
                    .get(0)
                    .orderId());
            String with = " FROM outbox WHERE topic = 'gomall-timer' AND body LIKE '%" + first + "%'";
            assertThat(shop.count("SELECT COUNT(*)" + with)).isOne();
            assertThat(shop.count("SELECT JSON_LENGTH(body, '$.orderIds')" + with))
                    .isEqualTo(5);
            shop.sql("DELETE" + with);
        } finally {
            shop.set("gomall.order.pay-timeout", "30m");
        }
    }

    @Test
    void what_comes_at_the_same_moment_is_placed_by_few_transactions() {
        List<Long> skus = List.of(shop.sku(1, 500, 100), shop.sku(1, 700, 100), shop.sku(2, 900, 100));
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            PlaceOrderCommand command = shop.buy(shop.user(), skus.get(i % 3), 1);
            calls.add(() -> orders.place(command));
        }
        List<Object> results = new ArrayList<>();

        List<String> sent = SentStatements.during(() -> results.addAll(Shop.together(calls)));

        assertThat(results).hasSize(40).allMatch(result -> result instanceof Replayable<?> first && !first.replayed());
        assertThat(Collections.frequency(sent, "TC begin")).isLessThan(14);
        assertThat(skus.stream().map(shop::stockOf)).containsExactly("86/14/0", "87/13/0", "87/13/0");
    }

    @Test
    void who_is_refused_gets_an_answer_of_his_own_and_harms_nobody() {
        long sku = shop.sku(1, 500, 100);
        long known = shop.user();
        PlaceOrderCommand repeated = shop.buy(known, "done", List.of(new PurchaseLine(sku, 1)));
        OrderView before = orders.place(repeated).value().orders().get(0);
        long victim = shop.user();
        long thief = shop.user();
        List<PurchaseLine> one = List.of(new PurchaseLine(sku, 1));
        List<Member> refused = members(List.of(
                shop.buy(shop.user(), shop.number(), 1),
                new PlaceOrderCommand(shop.user(), "k", one, false, victim, null, null),
                new PlaceOrderCommand(thief, "k", one, false, victim, null, null),
                changedTotal(sku),
                shop.buyCart(shop.user())));
        List<Member> alone = members(List.of(repeated, shop.buy(known, "done", List.of(new PurchaseLine(sku, 2)))));
        List<Member> placed = members(Stream.concat(
                        buyers(3, sku).stream(),
                        Stream.of(new PlaceOrderCommand(victim, "k", one, false, victim, null, null)))
                .toList());

        shared.place(Stream.of(refused, alone, placed).flatMap(List::stream).toList());

        assertThat(refused)
                .extracting(member -> ((BusinessException) ((Share.Refused) share(member)).reason()).error())
                .containsExactly(
                        ErrorCode.NOT_FOUND,
                        ErrorCode.NOT_FOUND,
                        ErrorCode.NOT_FOUND,
                        ErrorCode.TOTAL_CHANGED,
                        ErrorCode.VALIDATION);
        assertThat(alone).extracting(SharedPlacingTest::share).containsOnly(Share.ALONE);
        assertThat(placed).extracting(SharedPlacingTest::share).allMatch(Share.Placed.class::isInstance);
        assertThat(shop.rowsOf(thief)).isZero();
        assertThat(shop.stockOf(sku)).isEqualTo("95/5/0");
        assertThat(orders.place(repeated)).satisfies(again -> {
            assertThat(again.replayed()).isTrue();
            assertThat(again.value().orders().get(0).orderId()).isEqualTo(before.orderId());
        });
    }

    @Test
    void a_key_that_comes_twice_in_a_group_places_once_and_a_cart_is_bought_once() {
        long sku = shop.sku(1, 500, 100);
        long user = shop.user();
        PlaceOrderCommand twice = shop.buy(user, sku, 1);
        long shopper = shop.user();
        carts.add(CartOwner.user(shopper), new CartLineCommand(sku, 2));
        List<Member> members =
                members(List.of(twice, twice, shop.buy(user, sku, 3), shop.buyCart(shopper), shop.buyCart(shopper)));

        shared.place(members);

        assertThat(members.stream().map(SharedPlacingTest::share).map(Share.ALONE::equals))
                .containsExactly(false, true, false, false, true);
        assertThat(orders.place(twice).replayed()).isTrue();
        Shop.refused(
                ErrorCode.VALIDATION, () -> orders.place(members.get(4).wish().command()));
        assertThat(shop.stockOf(sku)).isEqualTo("94/6/0");
    }

    @Test
    void who_wants_what_has_run_out_goes_alone_and_the_others_stay_together() {
        long scarce = shop.sku(1, 500, 2);
        long plenty = shop.sku(1, 700, 100);
        List<Member> hopeful = members(buyers(5, scarce));
        List<Member> lucky = members(buyers(6, plenty));
        List<Member> all = Stream.concat(hopeful.stream(), lucky.stream()).toList();

        List<String> sent = ours(() -> shared.place(all));

        assertThat(Collections.frequency(sent, "TC begin")).isEqualTo(2);
        assertThat(hopeful).extracting(SharedPlacingTest::share).containsOnly(Share.ALONE);
        assertThat(lucky).extracting(SharedPlacingTest::share).allMatch(Share.Placed.class::isInstance);
        assertThat(shop.stockOf(scarce)).isEqualTo("2/0/0");
        assertThat(shop.stockOf(plenty)).isEqualTo("94/6/0");
        hopeful.forEach(member ->
                assertThat(shop.rowsOf(member.wish().command().userId())).isZero());

        // For a second nobody tries that again.
        lone.remember(List.of(scarce));
        List<Member> next = members(Stream.concat(buyers(2, scarce).stream(), buyers(2, plenty).stream())
                .toList());
        assertThat(ours(() -> shared.place(next))).doesNotContain("TC rollback").contains("TC commit");
    }

    @Test
    void a_sell_out_in_a_mixed_crowd_is_exact_and_leaves_nothing_open() {
        long scarce = shop.sku(1, 500, 7);
        long plenty = shop.sku(2, 700, 100);
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            PlaceOrderCommand command = i % 4 == 3
                    ? shop.buy(shop.user(), "k", List.of(new PurchaseLine(plenty, 1), new PurchaseLine(scarce, 1)))
                    : shop.buy(shop.user(), i % 2 == 0 ? scarce : plenty, 1);
            calls.add(() -> orders.place(command));
        }

        List<Object> results = Shop.together(calls);

        List<PlacedOrders> placed = results.stream()
                .filter(Replayable.class::isInstance)
                .map(result -> (PlacedOrders) ((Replayable<?>) result).value())
                .toList();
        assertThat(pieces(placed, scarce)).isEqualTo(7);
        assertThat(results.stream()
                        .filter(BusinessException.class::isInstance)
                        .map(refusal -> ((BusinessException) refusal).error()))
                .hasSize(40 - placed.size())
                .containsOnly(ErrorCode.OUT_OF_STOCK);
        assertThat(shop.stockOf(scarce)).isEqualTo("0/7/0");
        assertThat(shop.stockOf(plenty))
                .isEqualTo((100 - pieces(placed, plenty)) + "/" + pieces(placed, plenty) + "/0");
        shop.await(() -> shop.count("SELECT COUNT(*) FROM tcc_fence_log WHERE status = 1") == 0);
    }

    @Test
    void when_stock_fails_or_something_breaks_after_it_all_is_undone_and_everybody_goes_alone() {
        long sku = shop.sku(1, 500, 100);
        List<PlaceOrderCommand> commands = buyers(4, sku);
        List<Member> late = members(commands);
        shop.stock.fault(ErrorCode.TIMEOUT);
        shared.place(late);
        shop.stock.reset();
        List<Member> broken = members(commands);
        shop.stock.whileReserving(() -> {
            throw new IllegalStateException("broken");
        });
        shared.place(broken);
        shop.stock.reset();

        assertThat(Stream.concat(late.stream(), broken.stream()))
                .extracting(SharedPlacingTest::share)
                .containsOnly(Share.ALONE);
        assertThat(shop.stockOf(sku)).isEqualTo("100/0/0");
        commands.forEach(command -> assertThat(shop.rowsOf(command.userId())).isZero());
        commands.forEach(command -> assertThat(orders.place(command).replayed()).isFalse());
        assertThat(shop.stockOf(sku)).isEqualTo("96/4/0");
    }

    @Test
    void a_key_that_somebody_is_faster_with_sends_everybody_alone() {
        long sku = shop.sku(1, 500, 100);
        List<PlaceOrderCommand> commands = buyers(3, sku);
        // Between the look at the keys and the first phase another instance places one of them.
        shop.catalogue.whileAsked(() -> orders.place(commands.get(1)));
        List<Member> members = members(commands);

        shared.place(members);

        assertThat(members).extracting(SharedPlacingTest::share).containsOnly(Share.ALONE);
        assertThat(commands.stream().map(command -> orders.place(command).replayed()))
                .containsExactly(false, true, false);
        assertThat(shop.stockOf(sku)).isEqualTo("97/3/0");
    }

    @Test
    void when_the_catalogue_is_away_everybody_hears_it_at_once() {
        List<Member> members = members(buyers(3, shop.sku(1, 500, 9)));
        shop.catalogue.away(true);

        shared.place(members);

        assertThat(members)
                .extracting(member -> ((BusinessException) ((Share.Refused) share(member)).reason()).error())
                .containsOnly(ErrorCode.UNAVAILABLE);
    }

    private static int pieces(List<PlacedOrders> placed, long sku) {
        return placed.stream()
                .flatMap(purchase -> purchase.orders().stream())
                .flatMap(order -> order.items().stream())
                .filter(item -> item.skuId() == sku)
                .mapToInt(item -> item.quantity())
                .sum();
    }

    private PlaceOrderCommand changedTotal(long sku) {
        long user = shop.user();
        return new PlaceOrderCommand(user, "k", List.of(new PurchaseLine(sku, 1)), false, user, 1L, null);
    }

    private List<PlaceOrderCommand> buyers(int number, long sku) {
        return Stream.generate(() -> shop.buy(shop.user(), sku, 1))
                .limit(number)
                .toList();
    }

    private static List<Member> members(List<PlaceOrderCommand> commands) {
        return commands.stream()
                .map(command -> new Member(new Wish(command, RequestHash.of(command), Long.MAX_VALUE)))
                .toList();
    }

    private static Share share(Member member) {
        return member.share().getNow(null);
    }

    /** Without what the stand-in of provider-stock does in this process. */
    private static List<String> ours(Runnable work) {
        List<String> sent = new ArrayList<>(SentStatements.during(work).stream()
                .filter(line -> !line.contains("fake_"))
                .toList());
        int call = sent.indexOf("CALL StockReservationService.reserve");
        sent.remove(call + 1);
        sent.remove(sent.lastIndexOf("TC branchCommit"));
        return sent;
    }
}
