package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gomall.e2e.Belongings.Entry;
import org.gomall.e2e.Belongings.ForeignId;
import org.gomall.e2e.Belongings.Owner;
import org.gomall.e2e.OpenApi.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever belongs to somebody else answers 404, as if it did not exist, and stays as it is. The endpoints come from the
 * description that the running system gives of itself; one that this test does not know how to try fails it.
 */
class OwnershipTest {

    private static final Mall MALL = Mall.shared();
    private static final int NOT_LOGGED_IN = 40100;
    private static final int NO_PERMISSION = 40300;
    private static final int NOT_FOUND = 40400;
    private static final int VALIDATION = 40001;

    private static OpenApi api;
    private static Belongings all;
    private static int tried;
    private static final List<String> COUNTS = new ArrayList<>();

    private final List<String> problems = new ArrayList<>();

    @BeforeAll
    static void somebody_owns_something() {
        api = OpenApi.of(MALL.url());
        all = new Belongings(MALL);
    }

    @AfterAll
    static void invariants_hold() {
        System.out.println("OwnershipTest: " + String.join(", ", COUNTS) + ", " + tried + " requests");
        all.otherMerchant.delete("/api/merchant/products/" + all.otherProduct()).ok();
        all.merchant
                .post("/api/merchant/refunds/" + all.refund() + "/refuse", Map.of("reason", "It was worn"))
                .ok();
        all.owner.post("/api/orders/" + all.unpaid() + "/cancel").ok();
        MALL.assertInvariants();
    }

    @Test
    void a_path_with_an_id_of_somebody_else_does_not_exist() {
        int operations = 0;
        for (Operation operation : api.operations()) {
            if (operation.parameters().isEmpty()) {
                continue;
            }
            List<Entry> entries = entries(operation);
            if (entries.size() == operation.parameters().size()) {
                operations++;
                tryAll(operation, entries);
            }
        }
        report("endpoints with an id in the path", operations);
        assertThat(operations).isGreaterThanOrEqualTo(45);
    }

    @Test
    void a_body_with_an_id_of_somebody_else_is_refused() {
        int operations = 0;
        for (Operation operation : api.operations()) {
            for (String field : operation.hasBody() ? api.idsIn(operation.body()) : List.<String>of()) {
                Optional<ForeignId> known = Belongings.foreignId(operation, field);
                if (known.isPresent()) {
                    operations++;
                    ForeignId foreign = known.get();
                    Map<String, String> before = all.rows();
                    String path = operation.filled(Map.of(
                            "orderId", all.strangersOrder(), "productId", all.otherProduct(), "categoryId", "3107"));
                    Answer answer = send(
                            foreign.caller().apply(all),
                            operation,
                            path,
                            foreign.body().apply(all));
                    if (answer.data().isArray()) {
                        int code = answer.data().path(0).path("code").asInt();
                        if (code != foreign.code()) {
                            problems.add(
                                    operation + " with " + field + " should answer " + foreign.code() + ": " + answer);
                        }
                    } else {
                        expect(operation + " with " + field, answer, foreign.code());
                    }
                    expectUntouched(operation + " with " + field, before);
                } else if (!Belongings.isPublic(field)) {
                    problems.add("add a ForeignId for " + field + " in the body of " + operation
                            + " to Belongings, or name it among the public ids");
                }
            }
        }
        report("ids in bodies", operations);
        assertThat(operations).isGreaterThanOrEqualTo(14);
    }

    @Test
    void admins_and_shops_are_alone_with_their_endpoints() {
        int operations = 0;
        for (Operation operation : api.operations()) {
            if (!isForAdmins(operation) && !isForShops(operation)) {
                continue;
            }
            operations++;
            if (!operation.parameters().isEmpty()) {
                // Tried with real ids above.
                Owner owner = entries(operation).get(0).owner();
                assertThat(owner).as("%s", operation).isEqualTo(isForAdmins(operation) ? Owner.ADMIN : Owner.SHOP);
                continue;
            }
            Object body = body(operation);
            Map<String, String> before = all.rows();
            expect(operation + " by a guest", send(guest(), operation, operation.path(), body), NOT_LOGGED_IN);
            // Everybody may apply for a shop.
            if (!operation.path().equals("/api/merchant/shop")) {
                expect(
                        operation + " by a shopper",
                        send(all.stranger, operation, operation.path(), body),
                        NO_PERMISSION);
            }
            if (isForAdmins(operation)) {
                Answer answer = send(all.otherMerchant, operation, operation.path(), body);
                expect(operation + " by a merchant", answer, NO_PERMISSION);
            }
            expectUntouched(operation.toString(), before);
        }
        report("endpoints for a role", operations);
        assertThat(operations).isGreaterThanOrEqualTo(50);
    }

    @Test
    void nothing_can_be_assigned_that_the_description_does_not_name() {
        int operations = 0;
        for (Operation operation : api.operations()) {
            Object body = body(operation);
            if (!(body instanceof Map<?, ?> properties) || operation.path().contains("/callbacks/")) {
                continue;
            }
            operations++;
            Shopper caller = isForAdmins(operation) ? all.admin : isForShops(operation) ? all.merchant : all.stranger;
            Map<Object, Object> more = new LinkedHashMap<>(properties);
            more.put("assignedByForce", "ADMIN");
            Map<String, String> ids = new LinkedHashMap<>();
            operation.parameters().forEach(parameter -> ids.put(parameter, "1"));
            Answer answer = send(caller, operation, operation.filled(ids), more);
            expect(operation + " with a field too many", answer, VALIDATION);
            if (!answer.data().has("assignedByForce")) {
                problems.add(operation + " does not name the field that is too many: " + answer);
            }
        }
        report("bodies", operations);
        assertThat(operations).isGreaterThanOrEqualTo(30);
    }

    @Test
    void lists_show_nothing_of_others() {
        for (String list : List.of("orders", "refunds", "payments", "products")) {
            assertThat(all.otherMerchant
                            .get("/api/merchant/" + list + "?size=100")
                            .ok()
                            .data()
                            .toString())
                    .doesNotContain(all.paid(), all.refund(), all.payment(), all.product());
        }
        assertThat(all.stranger.get("/api/orders?size=100").ok().data().toString())
                .doesNotContain(all.paid(), all.unpaid());
        assertThat(all.stranger.get("/api/addresses").ok().data().toString()).doesNotContain(all.owner.addressId());
        assertThat(all.stranger.get("/api/cards").ok().data().toString()).doesNotContain(all.card());
        assertThat(all.stranger.get("/api/cart").ok().data().toString()).doesNotContain(all.cartSku());
    }

    private void tryAll(Operation operation, List<Entry> entries) {
        Owner owner = entries.get(0).owner();
        for (String id : entries.get(0).ids().apply(all)) {
            Map<String, String> ids = new LinkedHashMap<>();
            for (Entry entry : entries) {
                ids.put(entry.parameter(), entry.ids().apply(all).get(0));
            }
            ids.put(entries.get(0).parameter(), id);
            String path = operation.filled(ids);
            Object body = body(operation);
            Map<String, String> before = all.rows();
            switch (owner) {
                case SHOPPER -> {
                    expect(operation + " by a stranger", send(all.stranger, operation, path, body), NOT_FOUND);
                    expect(operation + " by a merchant", send(all.otherMerchant, operation, path, body), NOT_FOUND);
                    expect(operation + " by a guest", send(guest(), operation, path, body), NOT_LOGGED_IN);
                }
                case SHOP -> {
                    expect(operation + " by another shop", send(all.otherMerchant, operation, path, body), NOT_FOUND);
                    expect(operation + " by a shopper", send(all.stranger, operation, path, body), NO_PERMISSION);
                    expect(operation + " by a guest", send(guest(), operation, path, body), NOT_LOGGED_IN);
                }
                case ADMIN -> {
                    expect(operation + " by a shopper", send(all.stranger, operation, path, body), NO_PERMISSION);
                    expect(operation + " by a merchant", send(all.otherMerchant, operation, path, body), NO_PERMISSION);
                    expect(operation + " by a guest", send(guest(), operation, path, body), NOT_LOGGED_IN);
                }
                case NOBODY -> {
                    send(all.stranger, operation, path, body);
                    send(guest(), operation, path, body);
                }
            }
            expectUntouched(operation.toString(), before);
        }
    }

    /** What is known about the parameters of a path; says what is missing. */
    private List<Entry> entries(Operation operation) {
        List<Entry> entries = new ArrayList<>();
        for (String parameter : operation.parameters()) {
            Optional<Entry> entry = Belongings.entry(operation.path(), parameter);
            entry.ifPresentOrElse(
                    entries::add,
                    () -> problems.add("add an Entry for {" + parameter + "} of " + operation + " to Belongings"));
        }
        return entries;
    }

    private Object body(Operation operation) {
        return operation.hasBody() ? api.sample(operation.body(), all.bodyValues()) : null;
    }

    private Answer send(Shopper caller, Operation operation, String path, Object body) {
        tried++;
        Map<String, String> headers =
                operation.method().equals("POST") ? Map.of("Idempotency-Key", Shopper.key()) : Map.of();
        return caller.send(operation.method(), path, body, headers);
    }

    private void expect(String what, Answer answer, int code) {
        if (answer.code() != code || answer.status() != code / 100) {
            problems.add(what + " should answer " + code + ": " + answer);
        }
    }

    private void expectUntouched(String what, Map<String, String> before) {
        all.rows().forEach((table, rows) -> {
            if (before.containsKey(table) && !rows.equals(before.get(table))) {
                problems.add(what + " changed " + table + ": " + before.get(table) + " -> " + rows);
            }
        });
    }

    private void report(String what, int count) {
        COUNTS.add(count + " " + what);
        assertThat(problems).isEmpty();
    }

    private static Shopper guest() {
        return Shopper.guest(MALL.url());
    }

    private static boolean isForAdmins(Operation operation) {
        return operation.path().startsWith("/api/admin/") || operation.path().startsWith("/api/ops/");
    }

    private static boolean isForShops(Operation operation) {
        return operation.path().startsWith("/api/merchant/");
    }
}
