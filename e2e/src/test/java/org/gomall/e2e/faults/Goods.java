package org.gomall.e2e.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;

/** What a load looks at and buys: any product, and a few SKUs of its own with plenty of pieces, one of them hot. */
final class Goods {

    private static final int COLD = 12;
    private static final int PIECES = 1_000_000;
    private static final int HOT_PERCENT = 20;
    private static final String CATEGORIES = "/api/categories";
    private static final String LISTS = "/api/products?size=20&page=";
    private static final int PAGES = 5;

    private static final Map<Mall, Goods> BY_MALL = new ConcurrentHashMap<>();

    private final long hot;
    private final List<Long> cold = new ArrayList<>();
    private final List<String> products;

    private Goods(Mall mall) {
        hot = mall.skuWithStock(Mall.NOVA_SHOP, PIECES);
        for (int i = 0; i < COLD; i++) {
            cold.add(mall.skuWithStock(i % 2 == 0 ? Mall.NOVA_SHOP : Mall.ORBIT_SHOP, PIECES));
        }
        products = mall
                .database()
                .rows("SELECT id FROM gomall_product.product WHERE status = 'APPROVED' ORDER BY id LIMIT 30")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** All loads on a mall buy the same. */
    static Goods of(Mall mall) {
        return BY_MALL.computeIfAbsent(mall, Goods::new);
    }

    /** The SKU of an order: a fifth of them want the same one. */
    long sku(Random random) {
        return random.nextInt(100) < HOT_PERCENT ? hot : cold.get(random.nextInt(cold.size()));
    }

    /** A page or an answer about products, as visitors ask for them. */
    String look(Random random) {
        int choice = random.nextInt(10);
        if (choice < 5) {
            return "/api/products/" + product(random);
        }
        if (choice < 7) {
            return "/products/" + product(random);
        }
        return choice < 9 ? LISTS + (1 + random.nextInt(PAGES)) : CATEGORIES;
    }

    /** Lets every web have seen everything, as it has on a usual day. */
    void lookAtEverything(Webs webs) {
        for (String url : webs.urls()) {
            Shopper guest = Shopper.guest(url);
            look(guest, CATEGORIES);
            for (int page = 1; page <= PAGES; page++) {
                look(guest, LISTS + page);
            }
            for (String product : products) {
                look(guest, "/api/products/" + product);
                // A page has no envelope that tells whether all is well.
                guest.get("/products/" + product);
            }
        }
    }

    private static void look(Shopper guest, String path) {
        await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .untilAsserted(() -> guest.get(path).ok());
    }

    private String product(Random random) {
        return products.get(random.nextInt(products.size()));
    }
}
