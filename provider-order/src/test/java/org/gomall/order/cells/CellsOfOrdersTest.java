package org.gomall.order.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.dubbo.config.ReferenceConfig;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.order.AdminOrderService;
import org.gomall.api.order.CancelUnpaidCommand;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.order.SalesQuery;
import org.gomall.api.order.SalesService;
import org.gomall.order.testing.Shop;
import org.gomall.platform.cells.Cells;
import org.gomall.platform.id.Ids;
import org.gomall.platform.test.Eventually;
import org.gomall.platform.test.RealServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Two cells as processes of their own, each over its own schema, found through Nacos by somebody who knows the placement. */
@ExtendWith(RealServers.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CellsOfOrdersTest {

    private static final String PLACEMENT = "0-1";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Cells CELLS = new Cells(PLACEMENT, OptionalInt.empty());

    private static final Map<Class<?>, Object> REMOTE = new HashMap<>();

    private static List<RunningCell> running;
    private static ConfigurableApplicationContext caller;

    @BeforeAll
    static void start() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "GOMALL_CELLS",
                PLACEMENT,
                "GOMALL_DUBBO_SECRET",
                UUID.randomUUID().toString(),
                "gomall.nacos.namespace",
                System.getProperty("gomall.nacos.namespace") + "-cells",
                "gomall.messaging.space",
                System.getProperty("gomall.messaging.space") + "-cells"));
        running = List.of(RunningCell.start(0, settings), RunningCell.start(1, settings));
        running.forEach(RunningCell::awaitReady);
        settings.put("spring.application.name", "consumer-web");
        settings.put("spring.config.import", "classpath:gomall-common.yaml");
        settings.put("spring.config.location", "optional:classpath:/none/");
        settings.put("spring.main.web-application-type", "none");
        caller = new SpringApplicationBuilder(Caller.class)
                .profiles("test")
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        Eventually.within(SOON, () -> users().forEach(CellsOfOrdersTest::orders));
    }

    @AfterAll
    static void stop() {
        if (caller != null) {
            caller.close();
        }
        running.forEach(RunningCell::close);
    }

    @Test
    @Order(1)
    void an_order_lies_whole_in_the_cell_of_its_user() {
        OrderService orders = remote(OrderService.class);
        int[] placed = new int[2];
        for (long user : users()) {
            OrderView order = place(user);
            int cell = CELLS.ofUser(user);
            placed[cell]++;

            assertThat(Ids.cellOf(order.orderId())).isEqualTo(cell);
            assertThat(ordersIn(cell, user)).isEqualTo(1);
            assertThat(ordersIn(1 - cell, user)).isZero();
            assertThat(orders.list(new OrderQuery(user, null, 1, 20)).total()).isEqualTo(1);
            assertThat(orders.get(user, order.orderId()).status()).isEqualTo(OrderStatus.CREATED);
        }
        assertThat(placed).doesNotContain(0);
        for (int cell = 0; cell < 2; cell++) {
            assertThat(running.get(cell).count("SELECT COUNT(*) FROM tcc_fence_log WHERE status = 1"))
                    .as("branches of which nobody has heard the end")
                    .isZero();
            assertThat(running.get(cell).count("SELECT COUNT(*) FROM order_set WHERE status = 'DONE'"))
                    .isEqualTo(placed[cell]);
        }
    }

    @Test
    @Order(2)
    void whoever_knows_only_the_number_of_an_order_finds_its_cell() {
        for (long user : users().subList(0, 6)) {
            OrderView order = place(user);

            assertThat(remote(AdminOrderService.class).get(order.orderId()).orderId())
                    .isEqualTo(order.orderId());
            assertThat(remote(MerchantOrderService.class)
                            .cancel(new CancelUnpaidCommand(1, order.orderId(), Shop.MERCHANT))
                            .status())
                    .isEqualTo(OrderStatus.CANCELLED);
        }
    }

    @Test
    @Order(3)
    void carts_lie_there_too_and_those_of_guests_by_their_token() {
        CartService carts = remote(CartService.class);
        for (long user : users().subList(0, 6)) {
            carts.add(CartOwner.user(user), new CartLineCommand(CellProcess.SKU, 1));
            String token = "guest-guest-guest-" + user;
            carts.add(CartOwner.guest(token), new CartLineCommand(CellProcess.SKU, 2));

            assertThat(cartLines(CELLS.ofUser(user), "u:" + user)).isEqualTo(1);
            assertThat(cartLines(CELLS.ofGuest(token), "g:" + token)).isEqualTo(1);
            assertThat(carts.view(CartOwner.guest(token)).items()).hasSize(1);
        }
    }

    @Test
    @Order(4)
    void what_only_all_cells_together_could_answer_is_refused() {
        Shop.refused(
                ErrorCode.UNAVAILABLE, () -> remote(MerchantOrderService.class).list(new OrderQuery(1, null, 1, 20)));
        Shop.refused(ErrorCode.UNAVAILABLE, () -> remote(SalesService.class)
                .sales(new SalesQuery(1L, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2), "UTC")));
    }

    @Test
    @Order(5)
    void a_cell_that_is_gone_takes_only_its_own_users_with_it() {
        long here = users().stream()
                .filter(user -> CELLS.ofUser(user) == 0)
                .findFirst()
                .orElseThrow();
        long there = users().stream()
                .filter(user -> CELLS.ofUser(user) == 1)
                .findFirst()
                .orElseThrow();

        running.get(1).kill();

        Eventually.within(SOON, () -> Shop.refused(ErrorCode.UNAVAILABLE, () -> orders(there)));
        Eventually.within(SOON, () -> assertThat(place(here).status()).isEqualTo(OrderStatus.CREATED));
        assertThat(ordersIn(0, there)).isZero();
    }

    private static List<Long> users() {
        return LongStream.range(CellProcess.FIRST_USER, CellProcess.FIRST_USER + CellProcess.USERS)
                .boxed()
                .toList();
    }

    private static OrderView place(long user) {
        return remote(OrderService.class)
                .place(new PlaceOrderCommand(
                        user,
                        UUID.randomUUID().toString(),
                        List.of(new PurchaseLine(CellProcess.SKU, 1)),
                        false,
                        user,
                        null,
                        null))
                .value()
                .orders()
                .get(0);
    }

    private static Page<OrderView> orders(long user) {
        return remote(OrderService.class).list(new OrderQuery(user, null, 1, 20));
    }

    private static long ordersIn(int cell, long user) {
        return running.get(cell).count("SELECT COUNT(*) FROM orders WHERE user_id = ?", user);
    }

    private static long cartLines(int cell, String owner) {
        return running.get(cell).count("SELECT COUNT(*) FROM cart_line WHERE owner = ?", owner);
    }

    private static <T> T remote(Class<T> service) {
        return service.cast(REMOTE.computeIfAbsent(service, CellsOfOrdersTest::reference));
    }

    private static <T> T reference(Class<T> service) {
        ReferenceConfig<T> reference = new ReferenceConfig<>();
        reference.setScopeModel(caller.getBean(ApplicationModel.class).getDefaultModule());
        reference.setInterface(service);
        reference.setTimeout(5_000);
        return reference.get();
    }

    @EnableAutoConfiguration
    static final class Caller {}
}
