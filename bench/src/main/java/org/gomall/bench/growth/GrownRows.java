package org.gomall.bench.growth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Fills the schemas of a mall with rows as the services would have left them: products that can be found and bought, and
 * purchases of almost a year. Every law holds afterwards. A second call makes it more; rows that are there stay.
 */
public final class GrownRows {

    /** SKUs of a generated product. */
    public static final int SKUS_EACH = 4;

    /** The schema of what rows are made of. */
    public static final String SCHEMA = "gomall_growth";

    private static final int CHUNK = 10_000;

    private final String url;
    private final String user;
    private final String password;
    private final Consumer<String> progress;
    private int products;
    private int orders;
    private int batch;

    /**
     * @param url of any schema of the mall
     */
    public GrownRows(String url, String user, String password, Consumer<String> progress) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.progress = progress;
    }

    /** Opens the shops and registers the shoppers; the schema has to be there and empty. */
    public void begin() {
        run("people", 0, 0);
    }

    /** Lets the catalogue have so many SKUs, besides those of the demo. */
    public void skus(int wanted) {
        for (int target = wanted / SKUS_EACH; products < target; ) {
            int until = Math.min(target, products + CHUNK);
            run("catalogue", products, until);
            products = until;
            progress.accept("    " + products * SKUS_EACH + " SKUs");
        }
    }

    /** Lets there be so many purchases, over what the catalogue has now. */
    public void orders(int wanted) {
        batch++;
        while (orders < wanted) {
            int from = orders;
            int until = Math.min(wanted, from + CHUNK);
            run("purchase", from, until, ":orders", wanted, ":products", products, ":batch", batch);
            CompletableFuture.allOf(Stream.of("order", "stock", "payment")
                            .map(schema -> CompletableFuture.runAsync(() -> run(schema, from, until)))
                            .toArray(CompletableFuture[]::new))
                    .join();
            orders = until;
            progress.accept("    " + until + " orders");
        }
    }

    /** The statements after which the database knows what there is. */
    public String[] analyze() {
        return new String[] {
            "ANALYZE TABLE gomall_product.product, gomall_product.sku, gomall_product.product_term",
            "ANALYZE TABLE gomall_order.orders, gomall_order.order_item, gomall_order.refund_request",
            "ANALYZE TABLE gomall_payment.payment, gomall_payment.payment_order, gomall_payment.ledger_entry",
            "ANALYZE TABLE gomall_stock.stock, gomall_stock.reservation, gomall_user.accounts"
        };
    }

    private void run(String file, int from, int until, Object... more) {
        String text = text(file).replace(":from", Integer.toString(from)).replace(":until", Integer.toString(until));
        for (int i = 0; i < more.length; i += 2) {
            text = text.replace(more[i].toString(), more[i + 1].toString());
        }
        List<String> statements = List.of(text.split(";\\s*\n"));
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("SET unique_checks = 0, foreign_key_checks = 0");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(file + " " + from + " to " + until, e);
        }
    }

    private static String text(String file) {
        try (InputStream stream = GrownRows.class.getResourceAsStream("/growth/" + file + ".sql")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
