package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Somebody lives in the mall, buys, and leaves: afterwards no schema, no Redis key and no log line knows who it was. */
class LeavingTest {

    private static final Mall MALL = Mall.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String mark = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final String name = "zq" + mark;
    private final String email = "mail" + mark + "@example.org";
    private final String password = "secret" + mark;
    private final String phone = "199" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    private final String nickname = "nick" + mark;
    private final String receiver = "recv" + mark;
    private final String street = "street" + mark;
    private final String note = "note" + mark;
    private final String holder = "Holder " + letters(mark);
    private final String complaint = "broken" + mark;
    private final String shopName = "shop" + mark;

    @Test
    void whoever_leaves_is_forgotten_and_the_books_stay_balanced() {
        Shopper nova = Shopper.login(MALL.url(), "nova", Mall.DEMO_PASSWORD);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        register();
        Shopper leaver = Shopper.login(MALL.url(), email, password);
        String userId = leaver.get("/api/auth/me").ok().data().path("userId").asString();
        Shopper onAnotherDevice = Shopper.login(MALL.url(), name, password);
        leaver.put("/api/users/me", Map.of("nickname", nickname, "phone", phone))
                .ok();
        leaver.post("/api/addresses", address()).ok();
        leaver.postWithKey("/api/wallet/topups", Shopper.key(), Map.of("amountCents", 50_000_000))
                .ok();
        leaver.post("/api/cart/items", Map.of("skuId", "" + sku, "quantity", 1)).ok();
        assertThat(findings()).as("the search finds somebody who is here").isNotEmpty();

        String received = order(leaver, sku);
        leaver.pay(received).ok();
        ship(nova, received);
        leaver.post("/api/orders/" + received + "/receive").ok();
        leaver.post("/api/cards", card()).ok();
        leaver.post("/api/merchant/shop", Map.of("name", shopName, "description", shopName))
                .ok();
        String refunded = order(leaver, sku);
        leaver.pay(refunded).ok();
        leaver.postWithKey("/api/orders/" + refunded + "/refunds", Shopper.key(), Map.of("reason", complaint))
                .ok();
        await().atMost(PATIENCE).until(() -> status(refunded).equals("REFUNDED"));
        String unpaid = order(leaver, sku);
        String paid = order(leaver, sku);
        leaver.pay(paid).ok();

        Answer blocked = leave(leaver, password).refused(40901);
        assertThat(blocked.data().path("reason").asString()).isEqualTo("OPEN_ORDERS");
        assertThat(blocked.data().path("orderIds").toString()).isEqualTo("[\"" + paid + "\"]");
        assertThat(leaver.statusOf(unpaid)).isEqualTo("CREATED");
        ship(nova, paid);
        leave(leaver, password).refused(40901);
        leaver.post("/api/orders/" + paid + "/receive").ok();
        leave(leaver, "wrong" + mark).refused(40101);
        assertThat(leaver.statusOf(unpaid)).isEqualTo("CREATED");

        leave(leaver, password).ok();

        leaver.get("/api/auth/me").refused(40100);
        onAnotherDevice.get("/api/orders").refused(40100);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(findings()).isEmpty();
            assertThat(MALL.database()
                            .number("SELECT balance_cents FROM gomall_payment.wallet WHERE user_id = ?", userId))
                    .isZero();
            assertThat(status(unpaid)).isEqualTo("CANCELLED");
        });
        assertThat(List.of(status(received), status(paid))).containsOnly("RECEIVED");
        assertThat(nova.get("/api/merchant/orders/" + received)
                        .ok()
                        .data()
                        .path("address")
                        .path("receiver")
                        .asString())
                .isEqualTo("-");
        assertThat(MALL.database()
                        .number(
                                "SELECT COUNT(*) FROM gomall_payment.ledger_entry WHERE kind = 'PAYOUT' AND user_id = ?",
                                userId))
                .isEqualTo(1);
        assertThat(MALL.database()
                        .rows("SELECT action, ip FROM gomall_user.audit_log WHERE actor_id = ?", userId)
                        .toString())
                .isEqualTo("[[shop.apply, null]]");
        MALL.assertInvariants();

        login().refused(40101);
        assertThat(findings()).as("after somebody tried the old name").isEmpty();
        register();
        login().ok();
        assertThat(Shopper.login(MALL.url(), name, password)
                        .get("/api/orders")
                        .ok()
                        .data()
                        .path("total")
                        .asLong())
                .isZero();
    }

    @Test
    void a_merchant_with_a_shop_stays() {
        Shopper orbit = Shopper.login(MALL.url(), "orbit", Mall.DEMO_PASSWORD);

        Answer blocked = leave(orbit, Mall.DEMO_PASSWORD).refused(40901);

        assertThat(blocked.data().path("reason").asString()).isEqualTo("SHOP");
        orbit.get("/api/merchant/orders").ok();
    }

    private void register() {
        Shopper.guest(MALL.url())
                .post("/api/auth/register", Map.of("username", name, "email", email, "password", password))
                .ok();
    }

    private Answer login() {
        return Shopper.guest(MALL.url()).post("/api/auth/login", Map.of("account", name, "password", password));
    }

    private static Answer leave(Shopper shopper, String password) {
        return shopper.send("DELETE", "/api/users/me", Map.of("password", password), Map.of());
    }

    private Map<String, Object> address() {
        Map<String, Object> address = Shopper.address(receiver);
        address.put("phone", phone);
        address.put("street", street);
        return address;
    }

    /** There are no digits in the name on a card. */
    private static String letters(String hexadecimal) {
        return hexadecimal
                .chars()
                .map(c -> Character.isDigit(c) ? c - '0' + 'g' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private Map<String, Object> card() {
        return Map.of(
                "number", "4242424242424242", "expiryMonth", 12, "expiryYear", 2030, "cvv", "123", "holder", holder);
    }

    private String order(Shopper shopper, long sku) {
        Map<String, Object> body = new LinkedHashMap<>(shopper.orderOf(sku, 1));
        body.put("note", note);
        return shopper.postWithKey("/api/orders", Shopper.key(), body)
                .ok()
                .data()
                .path("orders")
                .get(0)
                .path("orderId")
                .asString();
    }

    private static void ship(Shopper merchant, String orderId) {
        merchant.post(
                        "/api/merchant/orders/" + orderId + "/ship",
                        Map.of("carrier", "SF Express", "trackingNo", "SF1234567890"))
                .ok();
    }

    private static String status(String orderId) {
        return MALL.database()
                .rows("SELECT status FROM gomall_order.orders WHERE order_id = ?", orderId)
                .get(0)
                .get(0);
    }

    /** Where any of the words is found: in text columns of all schemas, in Redis, in log files. */
    private List<String> findings() {
        List<String> words =
                List.of(name, email, password, phone, nickname, receiver, street, note, holder, complaint, shopName);
        List<String> findings = new ArrayList<>(inDatabase(words));
        try (RedisContents redis = new RedisContents(MALL.system().redis())) {
            String contents = redis.all();
            words.stream().filter(contents::contains).forEach(word -> findings.add("Redis: " + word));
        }
        findings.addAll(inLogs(words));
        return findings;
    }

    private static List<String> inDatabase(List<String> words) {
        List<String> findings = new ArrayList<>();
        List<List<String>> columns = MALL.database().rows("""
                SELECT c.table_schema, c.table_name, c.column_name FROM information_schema.columns c
                JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                WHERE c.table_schema LIKE 'gomall%' AND t.table_type = 'BASE TABLE'
                  AND (c.data_type LIKE '%char%' OR c.data_type LIKE '%text%' OR c.data_type LIKE '%blob%'
                       OR c.data_type LIKE '%binary%' OR c.data_type = 'json')
                """);
        assertThat(columns).hasSizeGreaterThan(50);
        for (List<String> column : columns) {
            String table = column.get(0) + ".`" + column.get(1) + "`";
            String condition = String.join(
                    " OR ", Collections.nCopies(words.size(), "CAST(`" + column.get(2) + "` AS CHAR) LIKE ?"));
            long found = MALL.database()
                    .number(
                            "SELECT COUNT(*) FROM " + table + " WHERE " + condition,
                            words.stream().map(word -> "%" + word + "%").toArray());
            if (found > 0) {
                findings.add(table + "." + column.get(2));
            }
        }
        return findings;
    }

    private static List<String> inLogs(List<String> words) {
        List<String> findings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MALL.system().home())) {
            List<Path> logs = files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().contains(".log") || file.toString().contains("/logs/"))
                    .toList();
            assertThat(logs).hasSizeGreaterThan(10);
            for (Path log : logs) {
                String text = Files.readString(log, StandardCharsets.ISO_8859_1);
                words.stream().filter(text::contains).forEach(word -> findings.add(log + ": " + word));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }
}
