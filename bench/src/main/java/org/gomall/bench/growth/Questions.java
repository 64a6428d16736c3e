package org.gomall.bench.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What is asked of a mall that was filled by {@link GrownRows}. */
final class Questions {

    private static final int WAYS = 120;
    private static final int WARM = 12;
    private static final String[] SORTS = {"newest", "sales", "priceAsc", "priceDesc"};
    private static final String[] COMMON = {"cotton", "linen", "oak", "soft", "classic", "made", "%E7%BA%AF%E6%A3%89"};
    private static final String MERCHANT = "keeper-7";
    private static final int SHOP = 32007;
    private static final String ADMIN = "admin";

    private Questions() {}

    /**
     * Questions about the catalogue and what is kept behind it.
     *
     * @param products that were generated
     */
    static List<Question> catalogue(int products) {
        Random random = new Random(products);
        IntFunction<String> any = i -> Integer.toString(10_000_000 + onSale(random.nextInt(products)));
        List<Question> all = new ArrayList<>();
        all.add(guest("product", i -> "/api/products/" + any.apply(i)));
        // Of one alone no more may be asked for in a second than the rule of hot products lets through.
        all.add(guest("product, a warm copy", i -> "/api/products/" + (10_000_000 + i % WARM)));
        all.add(guest("product page", i -> "/products/" + any.apply(i)));
        all.add(guest("front page", i -> "/"));
        all.add(guest("list, sorted", i -> "/api/products?sort=" + SORTS[i % 4] + "&page=" + (1 + i / 4)));
        all.add(guest("list, deep page", i -> "/api/products?sort=" + SORTS[i % 4] + "&page=" + (300 + i)));
        all.add(guest(
                "list of a category", i -> "/api/products?categoryId=" + (3101 + i % 38) + "&sort=" + SORTS[i % 4]));
        all.add(guest(
                "list of a group of categories",
                i -> "/api/products?categoryId=" + (3001 + i % 13) + "&inStock=true&sort=" + SORTS[i % 4] + "&page="
                        + (1 + i / 13)));
        all.add(guest("search, a common word", i -> "/api/products?keyword=" + COMMON[i % 7] + "&page=" + (1 + i / 7)));
        all.add(guest(
                "search, two words", i -> "/api/products?keyword=soft+" + COMMON[i % 4] + "&page=" + (1 + i / 4)));
        all.add(guest("search, a rare word", i -> "/api/products?keyword=" + (char) ('a' + i % 26) + i));
        all.add(guest("search, the beginning of words", i -> "/api/products?keyword=co&page=" + (1 + i % 40)));
        all.add(guest("search, no hit", i -> "/api/products?keyword=zz" + i));
        all.add(of(MERCHANT, "merchant's products", i -> "/api/merchant/products?page=" + (1 + i % 5)));
        all.add(of(MERCHANT, "merchant's dashboard", i -> "/merchant"));
        all.add(of(MERCHANT, "merchant's stock page", i -> "/merchant/stock"));
        all.add(of(ADMIN, "admin's products", i -> "/api/admin/products?page=" + (1 + i % 5)));
        return all.stream().map(question -> in("catalogue", question)).toList();
    }

    /** Questions about orders, of a shopper with one in a hundred of them and of one with hardly any. */
    static List<Question> orders() {
        List<Question> all = new ArrayList<>();
        all.add(of("shopper-0", "my orders, many", i -> "/api/orders?page=" + (1 + i % 5)));
        all.add(of(
                "shopper-0",
                "my orders, many, by state",
                i -> "/api/orders?status=" + (i % 2 == 0 ? "COMPLETED" : "CREATED")));
        all.add(of("shopper-42", "my orders, few", i -> "/api/orders"));
        all.add(of("shopper-42", "my orders, page", i -> "/orders"));
        all.add(of("shopper-42", "cart", i -> "/api/cart"));
        all.add(of("shopper-0", "wallet", i -> "/api/wallet/entries?page=" + (1 + i % 5)));
        all.add(of(MERCHANT, "merchant's orders", i -> "/api/merchant/orders?page=" + (1 + i % 5)));
        all.add(of(
                MERCHANT,
                "merchant's orders by state",
                i -> "/api/merchant/orders?status=" + (i % 2 == 0 ? "PAID" : "CREATED")));
        all.add(of(MERCHANT, "merchant's dashboard and sales", i -> "/merchant"));
        all.add(of(ADMIN, "admin's orders", i -> "/api/admin/orders?page=" + (1 + i % 5)));
        all.add(of(ADMIN, "admin's orders of a shop by state", i -> "/api/admin/orders?status=CREATED&shopId=" + SHOP));
        all.add(of(ADMIN, "admin's dashboard", i -> "/admin"));
        all.add(of(ADMIN, "admin's users by name", i -> "/api/admin/users?q=shopper-" + i));
        return all.stream().map(question -> in("orders", question)).toList();
    }

    /** The last three of a hundred are not (growth/catalogue.sql). */
    private static int onSale(int product) {
        return product % 100 < 97 ? product : product - 3;
    }

    private static Question guest(String name, IntFunction<String> path) {
        return of(null, name, path);
    }

    private static Question of(String who, String name, IntFunction<String> path) {
        return new Question(
                "",
                name,
                who,
                IntStream.range(0, WAYS).mapToObj(path).distinct().toList());
    }

    private static Question in(String group, Question question) {
        return new Question(group, question.name(), question.who(), question.paths());
    }
}
