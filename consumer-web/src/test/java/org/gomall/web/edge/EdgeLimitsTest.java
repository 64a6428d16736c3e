package org.gomall.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRuleManager;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.common.Replayable;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.PlacedOrders;
import org.gomall.api.product.CatalogueService;
import org.gomall.slice.Browser;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SliceTest
class EdgeLimitsTest {

    private static final String ONE_LINE = "{\"items\":[{\"skuId\":\"1000011\",\"quantity\":2}],\"addressId\":\"7\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private OrderService orders;

    @Autowired
    private CatalogueService catalogue;

    private Browser alice;

    @BeforeEach
    void log_in() {
        reset(orders, catalogue);
        when(orders.place(any())).thenReturn(Replayable.first(new PlacedOrders(List.of(), 0)));
        when(orders.list(any())).thenReturn(new Page<>(List.of(), 1, 20, 0));
        when(catalogue.product(anyLong())).thenThrow(new BusinessException(ErrorCode.NOT_FOUND));
        alice = Browser.at(port).loggedIn("alice").header("Idempotency-Key", "k");
    }

    @AfterEach
    void lift_limits() {
        FlowRuleManager.loadRules(List.of());
        ParamFlowRuleManager.loadRules(List.of());
        DegradeRuleManager.loadRules(List.of());
    }

    @Test
    void limits_placing_orders_without_limiting_the_list_of_orders() {
        limit("POST:/api/orders");

        Browser.Answer blocked = alice.post("/api/orders", ONE_LINE);

        assertThat(blocked.status()).isEqualTo(429);
        assertThat(blocked.code()).isEqualTo(42900);
        assertThat(blocked.header("Retry-After")).isEqualTo("1");
        assertThat(alice.get("/api/orders").status()).isEqualTo(200);
    }

    @Test
    void limits_all_of_a_pattern() {
        limit("/api/orders");

        assertThat(alice.post("/api/orders", ONE_LINE).code()).isEqualTo(42900);
        assertThat(alice.get("/api/orders").code()).isEqualTo(42900);
        assertThat(alice.get("/api/products/5").code()).isEqualTo(40400);
    }

    @Test
    void names_a_resource_by_its_pattern() {
        limit("/api/products/{productId}");

        assertThat(Browser.at(port).get("/api/products/1").code()).isEqualTo(42900);
        assertThat(Browser.at(port).get("/api/products/2").code()).isEqualTo(42900);
        assertThat(alice.get("/api/orders").status()).isEqualTo(200);
    }

    @Test
    void leaves_nothing_behind_after_a_block() {
        limit("POST:/api/orders");
        for (int i = 0; i < 20; i++) {
            alice.post("/api/orders", ONE_LINE);
        }
        FlowRuleManager.loadRules(List.of());

        assertThat(alice.post("/api/orders", ONE_LINE).status()).isEqualTo(201);
    }

    @Test
    void limits_one_product_and_leaves_the_others() {
        limit("/api/products/{productId}", 2);

        assertThat(Browser.at(port).get("/api/products/1").code()).isEqualTo(40400);
        assertThat(Browser.at(port).get("/api/products/1").code()).isEqualTo(42900);
        assertThat(Browser.at(port).get("/api/products/2").code()).isEqualTo(40400);
    }

    @Test
    void limits_one_user_and_neither_others_nor_guests() {
        limit("/api/products/{productId}", 1);
        Browser nova = Browser.at(port).loggedIn("nova");

        assertThat(alice.get("/api/products/1").code()).isEqualTo(40400);
        assertThat(alice.get("/api/products/2").code()).isEqualTo(42900);
        assertThat(nova.get("/api/products/1").code()).isEqualTo(40400);
        for (int i = 0; i < 3; i++) {
            assertThat(Browser.at(port).get("/api/products/1").code()).isEqualTo(40400);
        }
    }

    @Test
    void limits_one_address_whoever_is_behind_it() {
        limit("POST:/api/orders", 0);

        assertThat(alice.post("/api/orders", ONE_LINE).status()).isEqualTo(201);
        Browser.Answer second = Browser.at(port)
                .loggedIn("nova")
                .header("Idempotency-Key", "k2")
                .post("/api/orders", ONE_LINE);
        assertThat(second.code()).isEqualTo(42900);
        assertThat(second.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void faults_open_a_breaker_at_the_edge_and_refusals_do_not() {
        DegradeRule breaker = new DegradeRule("POST:/api/orders");
        breaker.setGrade(1)
                .setCount(0.5)
                .setTimeWindow(7)
                .setMinRequestAmount(3)
                .setStatIntervalMs(60_000);
        DegradeRuleManager.loadRules(List.of(breaker));
        when(orders.place(any())).thenThrow(new BusinessException(ErrorCode.OUT_OF_STOCK));
        for (int i = 0; i < 4; i++) {
            assertThat(alice.post("/api/orders", ONE_LINE).code()).isEqualTo(40904);
        }

        reset(orders);
        when(orders.place(any())).thenThrow(new BusinessException(ErrorCode.INTERNAL));
        for (int i = 0; i < 6; i++) {
            alice.post("/api/orders", ONE_LINE);
        }

        Browser.Answer open = alice.post("/api/orders", ONE_LINE);
        assertThat(open.code()).isEqualTo(50300);
        assertThat(open.header("Retry-After")).isEqualTo("7");
    }

    @Test
    void the_variables_of_a_path_are_in_the_order_of_its_pattern() {
        assertThat(PathVariables.names("/a/{one}/b/{two}")).containsExactly("one", "two");
        assertThat(PathVariables.names("/a/{id:[0-9]+}/{*rest}")).containsExactly("id", "rest");
        assertThat(PathVariables.names("/a")).isEmpty();
    }

    /** Once in a minute for each value of an argument. */
    private static void limit(String resource, int argument) {
        ParamFlowRule rule = new ParamFlowRule(resource);
        rule.setParamIdx(argument).setCount(1).setDurationInSec(60);
        ParamFlowRuleManager.loadRules(List.of(rule));
    }

    private static void limit(String resource) {
        FlowRule rule = new FlowRule(resource);
        rule.setCount(0);
        FlowRuleManager.loadRules(List.of(rule));
    }
}
