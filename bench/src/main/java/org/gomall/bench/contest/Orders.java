package org.gomall.bench.contest;

import java.util.Map;
import org.gomall.bench.duel.Side;
import org.gomall.bench.jdbc.TwoSchemas;
import org.gomall.bench.mall.BenchMall;
import org.gomall.bench.mall.Project;
import org.gomall.bench.mall.Worker;

/** Orders for one SKU against the least that an order can be in the same database. */
final class Orders implements Contest {

    private static final String ORDERS = "gomall_bench_order";
    private static final String STOCK = "gomall_bench_stock";

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public void run(Hall hall) {
        BenchMall mall = hall.mall();
        mall.orders(name());
        mall.system().createSchema(ORDERS);
        mall.system().createSchema(STOCK);
        mall.database()
                .execute(
                        "USE " + ORDERS,
                        TwoSchemas.ORDERS,
                        "USE " + STOCK,
                        TwoSchemas.STOCK,
                        "INSERT INTO stock (sku_id, available, reserved) VALUES (1, 2000000000, 0)");
        // With the parameters of the providers' own URL that matter for speed.
        Worker jdbc = mall.worker(
                "jdbc",
                "provider-order",
                Project.classPath("bench/bare"),
                Map.of(),
                TwoSchemas.class.getName(),
                mall.system().jdbcUrl(ORDERS)
                        + "&cachePrepStmts=true&prepStmtCacheSize=100&prepStmtCacheSqlLimit=8192&rewriteBatchedStatements=true"
                        + "&useLocalSessionState=true",
                mall.system().databaseUser(),
                mall.system().databasePassword(),
                ORDERS,
                STOCK);
        try {
            hall.placeFirst(name());
            hall.duel(
                    name(),
                    "orders over HTTP (POST /api/orders) / bare JDBC commits over two schemas; " + BenchMall.BUYERS
                            + " clients, one hot SKU (later 0.15)",
                    0.10,
                    new Side("orders", hall.http(name(), BenchMall.BUYERS)),
                    new Side("commits", length -> jdbc.closed("commits", BenchMall.BUYERS, length)));
        } finally {
            mall.end(jdbc);
        }
    }
}
