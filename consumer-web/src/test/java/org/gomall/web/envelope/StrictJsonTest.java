package org.gomall.web.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.common.Replayable;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PlacedOrders;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentView;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AddressView;
import org.gomall.slice.Accounts;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SliceTest
class StrictJsonTest {

    private static final String ONE_LINE = "{\"items\":[{\"skuId\":\"1000011\",\"quantity\":2}],\"addressId\":\"7\"}";
    private static final long BIG = 7_199_254_740_993_001L;

    @LocalServerPort
    private int port;

    @Autowired
    private OrderService orders;

    @Autowired
    private PaymentService payments;

    @Autowired
    private AddressService addresses;

    private Browser alice;

    @BeforeEach
    void log_in() {
        alice = Browser.at(port);
        alice.bearer(alice.post("/api/auth/login", "{\"account\":\"alice\",\"password\":\"" + Accounts.PASSWORD + "\"}")
                .data()
                .get("token")
                .stringValue());
        alice.header("Idempotency-Key", "k-1");
        reset(orders, payments, addresses);
    }

    @Test
    void wraps_success_and_gives_ids_as_strings_amounts_as_numbers_and_times_as_iso_utc() {
        when(orders.place(any())).thenReturn(Replayable.first(new PlacedOrders(List.of(order()), 1_998)));

        Answer answer = alice.post("/api/orders", ONE_LINE);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Idempotency-Replayed")).isNull();
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.code()).isZero();
        assertThat(answer.json().get("msg").stringValue()).isEqualTo("ok");
        assertThat(answer.json().get("traceId").stringValue()).hasSize(32);
        var order = answer.data().get("orders").get(0);
        assertThat(order.get("orderId").stringValue()).isEqualTo(Long.toString(BIG));
        assertThat(order.get("shopId").stringValue()).isEqualTo("2001");
        assertThat(order.get("totalCents").isIntegralNumber()).isTrue();
        assertThat(order.get("expiresAt").stringValue()).isEqualTo("2026-11-21T00:30:00Z");
        assertThat(order.get("status").stringValue()).isEqualTo("CREATED");
    }

    @Test
    void marks_a_replayed_answer_and_keeps_its_status() {
        when(orders.place(any())).thenReturn(Replayable.again(new PlacedOrders(List.of(order()), 1_998)));

        Answer answer = alice.post("/api/orders", ONE_LINE);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void reads_ids_from_strings_and_numbers() {
        when(orders.place(any())).thenReturn(Replayable.first(new PlacedOrders(List.of(), 0)));

        alice.post(
                "/api/orders",
                "{\"items\":[{\"skuId\":1000011,\"quantity\":2},{\"skuId\":\"1000012\",\"quantity\":1}],\"addressId\":7,"
                        + "\"expectedTotalCents\":1998}");

        ArgumentCaptor<PlaceOrderCommand> command = ArgumentCaptor.forClass(PlaceOrderCommand.class);
        verify(orders).place(command.capture());
        assertThat(command.getValue())
                .isEqualTo(new PlaceOrderCommand(
                        1001,
                        "k-1",
                        List.of(new PurchaseLine(1000011, 2), new PurchaseLine(1000012, 1)),
                        false,
                        7L,
                        1_998L,
                        null));
    }

    @Test
    void reads_lists_of_ids_from_strings_and_numbers_and_writes_them_as_strings() {
        when(payments.pay(any()))
                .thenReturn(Replayable.first(new PaymentView(
                        BIG,
                        List.of(11L, 12L),
                        PaymentMethod.WALLET,
                        PaymentStatus.SUCCEEDED,
                        5,
                        0,
                        Instant.parse("2026-11-21T00:00:00Z"),
                        List.of())));

        Answer answer = alice.post("/api/payments", "{\"orderIds\":[\"11\",12],\"method\":\"WALLET\"}");

        assertThat(answer.status()).isEqualTo(201);
        verify(payments).pay(new PayCommand(1001, "k-1", List.of(11L, 12L), PaymentMethod.WALLET));
        assertThat(answer.data().get("paymentId").stringValue()).isEqualTo(Long.toString(BIG));
        assertThat(answer.data().get("orderIds").toString()).isEqualTo("[\"11\",\"12\"]");
    }

    @Test
    void keeps_the_name_of_a_flag_that_begins_with_is() {
        when(addresses.list(anyLong()))
                .thenReturn(List.of(new AddressView(7, "A", "1", "p", "c", null, "s", null, true)));

        var address = alice.get("/api/addresses").data().get(0);

        assertThat(address.get("isDefault").booleanValue()).isTrue();
        assertThat(address.get("addressId").stringValue()).isEqualTo("7");
        assertThat(address.has("default")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "null",
                "not json",
                "{\"items\":[],\"items\":[]}",
                "{\"addressId\":\"7\"} trailing",
                "{'addressId':7}",
                "{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"
            })
    void refuses_what_is_no_json(String body) {
        Answer answer = alice.post("/api/orders", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isIn(40000, 40001);
        if (!body.contains("[[[")) {
            assertThat(answer.code()).isEqualTo(40000);
        }
        verifyNoInteractions(orders);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"userId\":1002,\"cart\":true} | userId",
                "{\"items\":[{\"skuId\":\"1\",\"quantity\":2,\"priceCents\":1}]} | items[0].priceCents",
                "{\"items\":[{\"skuId\":\"1\",\"quantity\":1.5}]} | items[0].quantity",
                "{\"items\":[{\"skuId\":\"1\",\"quantity\":1e3}]} | items[0].quantity",
                "{\"items\":[{\"skuId\":\"1\",\"quantity\":\"2\"}]} | items[0].quantity",
                "{\"items\":[{\"skuId\":\"1\",\"quantity\":99999999999}]} | items[0].quantity",
                "{\"items\":[{\"skuId\":\"x\",\"quantity\":1}]} | items[0].skuId",
                "{\"items\":[{\"skuId\":\"99999999999999999999\",\"quantity\":1}]} | items[0].skuId",
                "{\"items\":[{\"skuId\":1.5,\"quantity\":1}]} | items[0].skuId",
                "{\"items\":[{\"skuId\":true,\"quantity\":1}]} | items[0].skuId",
                "{\"items\":{\"skuId\":\"1\"}} | items",
                "{\"items\":\"1\"} | items",
                "{\"cart\":\"true\"} | cart",
                "{\"cart\":1} | cart",
                "{\"expectedTotalCents\":\"5\"} | expectedTotalCents",
                "{\"expectedTotalCents\":5.0} | expectedTotalCents",
                "{\"expectedTotalCents\":99999999999999999999} | expectedTotalCents",
                "{\"note\":5} | note",
                "{\"note\":true} | note",
                "{\"note\":[\"a\"]} | note",
                "[] | body",
                "\"text\" | body",
                "5 | body"
            })
    void refuses_wrong_types_and_unknown_fields_by_name(String body, String field) {
        Answer answer = alice.post("/api/orders", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(40001);
        assertThat(answer.data().has(field)).as(answer.body()).isTrue();
        assertThat(answer.body()).doesNotContain("org.gomall").doesNotContain("tools.jackson");
        verifyNoInteractions(orders);
    }

    @Test
    void refuses_a_write_without_its_idempotency_key() {
        alice.header("Idempotency-Key", null);

        assertThat(alice.post("/api/orders", ONE_LINE).code()).isEqualTo(40002);
        assertThat(alice.post("/api/payments", "{}").code()).isEqualTo(40002);
        assertThat(alice.post("/api/wallet/topups", "{\"amountCents\":1}").code())
                .isEqualTo(40002);
        verifyNoInteractions(orders);
    }

    @Test
    void a_card_is_named_when_and_only_when_it_pays() {
        for (String body : List.of(
                "{\"orderIds\":[\"11\"],\"method\":\"CARD\"}",
                "{\"orderIds\":[\"11\"],\"method\":\"CARD\",\"cardId\":\"0\"}",
                "{\"orderIds\":[\"11\"],\"method\":\"WALLET\",\"cardId\":\"1\"}")) {
            Answer answer = alice.post("/api/payments", body);

            assertThat(answer.code()).isEqualTo(40001);
            assertThat(answer.data().has("cardId")).isTrue();
        }
        assertThat(alice.post("/api/payments", "{\"orderIds\":[\"11\"],\"method\":\"CASH\"}")
                        .data()
                        .has("method"))
                .isTrue();
    }

    @Test
    void answers_refusals_with_their_status_their_data_and_ids_as_strings() {
        when(orders.place(any()))
                .thenThrow(new BusinessException(
                        ErrorCode.OUT_OF_STOCK, "Out of stock", Map.of("skuId", BIG, "available", 3)));

        Answer answer = alice.post("/api/orders", ONE_LINE);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(40904);
        assertThat(answer.data().get("skuId").stringValue()).isEqualTo(Long.toString(BIG));
        assertThat(answer.data().get("available").intValue()).isEqualTo(3);
    }

    @Test
    void tells_when_to_come_back() {
        when(orders.list(any())).thenThrow(new BusinessException(ErrorCode.UNAVAILABLE));
        assertThat(alice.get("/api/orders").header("Retry-After")).isEqualTo("2");

        when(payments.get(anyLong(), anyLong()))
                .thenThrow(new BusinessException(ErrorCode.RATE_LIMITED, "slow down", Map.of("retryAfterSeconds", 17)));
        Answer answer = alice.get("/api/payments/1");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("17");
    }

    @Test
    void hides_what_went_wrong_inside() {
        when(orders.get(anyLong(), anyLong())).thenThrow(new IllegalStateException("jdbc:secret"));

        Answer answer = alice.get("/api/orders/5");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo(50000);
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/orders/abc, 40400",
        "GET, /api/orders/99999999999999999999, 40400",
        "GET, /api/orders/1.5, 40400",
        "GET, /api/products/abc, 40400",
        "GET, /api/nothing-here, 40400",
        "GET, /api, 40400",
        "DELETE, /api/orders, 40500",
        "PATCH, /api/cart, 40500",
        "POST, /api/products, 40500",
        "GET, /api/orders?status=PAYED, 40001",
        "GET, /api/orders?page=x, 40001",
        "GET, /api/wallet/entries?page=0, 40001",
        "GET, /api/wallet/entries?size=101, 40001",
        "GET, /api/wallet/entries?size=-1, 40001",
        "GET, /api/products?sort=foo, 40001",
        "GET, /api/products?sort=priceAsc;drop, 40001",
        "GET, /api/products?size=1000, 40001",
        "GET, /api/products?minPriceCents=1.5, 40001",
        "GET, /api/products?inStock=maybe, 40001",
        "GET, /api/products?page=%zz, 40000",
    })
    void refuses_what_does_not_exist_or_fit(String method, String path, int code) {
        Answer answer = alice.raw(method, path);

        assertThat(answer.status()).as(answer.body()).isEqualTo(code / 100);
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        if (code == 40500) {
            assertThat(answer.header("Allow")).isNotBlank();
        }
    }

    @Test
    void takes_json_only() {
        Answer answer = alice.send("POST", "/api/orders", "text/plain", ONE_LINE);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo(41500);
        assertThat(alice.form("/api/auth/login", "account=alice&password=x").code())
                .isEqualTo(41500);
    }

    @Test
    void answers_json_to_a_browser_that_prefers_html() {
        alice.header("Accept", "text/html");

        Answer answer = alice.get("/api/orders/abc");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo(40400);
    }

    @Test
    void bounds_bodies_announced_or_not() {
        String huge = "{\"note\":\"" + "x".repeat(70_000) + "\"}";
        assertThat(alice.post("/api/orders", huge).code()).isEqualTo(41300);
        assertThat(alice.chunked("/api/orders", huge).code()).isEqualTo(41300);
        verifyNoInteractions(orders);
    }

    @Test
    void pages_a_list() {
        when(orders.list(any())).thenReturn(new Page<>(List.of(order()), 2, 1, 5));

        var data = alice.get("/api/orders?page=2&size=1&status=CREATED").data();

        assertThat(data.propertyNames()).containsExactly("items", "page", "size", "total");
        assertThat(data.get("total").intValue()).isEqualTo(5);
    }

    private static OrderView order() {
        Instant at = Instant.parse("2026-11-21T00:00:00Z");
        return new OrderView(
                BIG,
                2001,
                OrderStatus.CREATED,
                1_998,
                0,
                0,
                1_998,
                List.of(),
                null,
                null,
                at,
                at.plusSeconds(1_800),
                null,
                null,
                null,
                List.of(),
                0,
                List.of());
    }
}
