package org.gomall.e2e.faults;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gomall.e2e.Answer;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;
import tools.jackson.databind.JsonNode;

/**
 * One shopper who looks around, fills a cart, orders, pays and cancels. While the answer to a write is open it does other
 * things, as other shoppers would; the write is repeated when its time has come.
 */
final class Client {

    private static final long WALLET_CENTS = 50_000_000;
    private static final int TOP_UPS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MOST_OPEN = 12;
    private static final long AFTER_NO_ANSWER_MILLIS = 100;
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Goods goods;
    private final Webs webs;
    private final Samples samples;
    private final Accepted accepted;
    private final Random random;
    private final String name;
    private final String addressId;
    private final List<Shopper> sessions = new ArrayList<>();
    private final List<Wish> open = new ArrayList<>();
    private final Deque<String> unpaid = new ArrayDeque<>();
    private int cartSteps;

    Client(Goods goods, Webs webs, Samples samples, Accepted accepted, long seed) {
        this.goods = goods;
        this.webs = webs;
        this.samples = samples;
        this.accepted = accepted;
        this.random = new Random(seed);
        Shopper shopper = newcomer(webs.urls().get(0));
        name = shopper.name();
        addressId = shopper.addressId();
        accepted.user(shopper.get("/api/auth/me").ok().data().path("userId").asString());
        loggedIn(shopper);
    }

    /** Has patience with a mall that has only just started. */
    private static Shopper newcomer(String url) {
        AtomicReference<Shopper> made = new AtomicReference<>();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            Shopper shopper = Shopper.register(url, WALLET_CENTS);
            for (int i = 1; i < TOP_UPS; i++) {
                shopper.postWithKey("/api/wallet/topups", Shopper.key(), Map.of("amountCents", WALLET_CENTS))
                        .ok();
            }
            made.set(shopper);
        });
        return made.get();
    }

    /** Repeats what is due, or does something new. */
    void act() {
        if (!repeat()) {
            begin(Kind.at(random.nextInt(100)));
        }
    }

    /** Repeats one write that is due; false when none is. */
    boolean repeat() {
        Optional<Wish> due = open.stream().filter(Wish::isDue).findFirst();
        due.ifPresent(this::attempt);
        return due.isPresent();
    }

    int open() {
        return open.size();
    }

    private void begin(Kind kind) {
        if (kind.isRepeated() && open.size() >= MOST_OPEN) {
            browse();
            return;
        }
        switch (kind) {
            case BROWSE -> browse();
            case CART -> cart();
            case ORDER -> order();
            case PAY -> pay();
            case CANCEL -> cancel();
        }
    }

    private void browse() {
        String path = goods.look(random);
        send(Kind.BROWSE, shopper -> shopper.get(path));
    }

    private void cart() {
        String sku = Long.toString(goods.sku(random));
        Function<Shopper, Answer> request =
                switch (cartSteps++ % 4) {
                    case 0 -> shopper -> shopper.post("/api/cart/items", Map.of("skuId", sku, "quantity", 1));
                    case 1, 2 -> shopper -> shopper.get("/api/cart");
                    default -> shopper -> shopper.delete("/api/cart");
                };
        send(Kind.CART, request);
    }

    private void order() {
        Map<String, Object> line = Map.of("skuId", Long.toString(goods.sku(random)), "quantity", 1);
        Map<String, Object> body = Map.of("items", List.of(line), "addressId", addressId);
        String key = Shopper.key();
        wish(Kind.ORDER, shopper -> shopper.postWithKey("/api/orders", key, body), answer -> {
            for (JsonNode order : answer.data().path("orders")) {
                String id = order.path("orderId").asString();
                accepted.order(id);
                unpaid.add(id);
            }
        });
    }

    private void pay() {
        String order = unpaid.poll();
        if (order == null) {
            browse();
            return;
        }
        Map<String, Object> body = Map.of("orderIds", List.of(order), "method", "WALLET");
        String key = Shopper.key();
        wish(
                Kind.PAY,
                shopper -> shopper.postWithKey("/api/payments", key, body),
                answer -> accepted.payment(answer.data().path("paymentId").asString()));
    }

    private void cancel() {
        String order = unpaid.poll();
        if (order == null) {
            browse();
            return;
        }
        wish(
                Kind.CANCEL,
                shopper -> shopper.post("/api/orders/" + order + "/cancel"),
                answer -> accepted.cancelled(order));
    }

    private void wish(Kind kind, Function<Shopper, Answer> request, Consumer<Answer> whenAccepted) {
        Wish wish = new Wish(kind, request, answer -> {
            if (answer.code() == 0) {
                whenAccepted.accept(answer);
            }
        });
        open.add(wish);
        attempt(wish);
    }

    private void attempt(Wish wish) {
        Optional<Answer> answer = send(wish.kind(), wish.request());
        boolean again = answer.isEmpty()
                || Outcome.of(answer.get()).isWorthRepeating()
                || answer.get().status() == 401;
        if (again) {
            wish.later(answer.orElse(null));
        } else {
            open.remove(wish);
            wish.fulfil(answer.get());
        }
    }

    /** Sends a request and records it. Empty when there was no answer. */
    private Optional<Answer> send(Kind kind, Function<Shopper, Answer> request) {
        long begin = System.nanoTime();
        Duration start = samples.now();
        try {
            Answer answer = webs.call(web -> request.apply(sessions.get(web)));
            Outcome outcome = Outcome.of(answer);
            record(start, begin, kind, outcome, outcome.isFailure() ? Failures.brief(answer) : slow(answer, begin));
            if (answer.status() == 401) {
                logInAgain();
            }
            return Optional.of(answer);
        } catch (UncheckedIOException e) {
            record(start, begin, kind, Outcome.ERROR, Failures.brief(e));
            Mall.pause(AFTER_NO_ANSWER_MILLIS);
            return Optional.empty();
        }
    }

    /** Which instance took so long, and for what. */
    private static String slow(Answer answer, long begin) {
        return System.nanoTime() - begin > SLOW_NANOS ? answer.response().uri().toString() : "";
    }

    private void record(Duration start, long begin, Kind kind, Outcome outcome, String what) {
        samples.add(new Sample(start, kind, outcome, Duration.ofNanos(System.nanoTime() - begin), what));
    }

    /** Sessions may be gone with Redis. */
    private void logInAgain() {
        try {
            loggedIn(webs.call(web -> Shopper.login(webs.urls().get(web), name, Shopper.PASSWORD)));
        } catch (UncheckedIOException | AssertionError notYet) {
            Mall.pause(200);
        }
    }

    private void loggedIn(Shopper shopper) {
        sessions.clear();
        webs.urls().forEach(url -> sessions.add(shopper.at(url)));
    }
}
