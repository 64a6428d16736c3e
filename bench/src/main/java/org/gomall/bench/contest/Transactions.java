package org.gomall.bench.contest;

import org.gomall.bench.duel.Side;
import org.gomall.bench.mall.BenchMall;
import org.gomall.bench.mall.LiveSetting;
import org.gomall.localstack.LocalSystem;

/**
 * What the global transaction costs: the same orders with and without one. The switch is that of the control run of the
 * end-to-end tests; the profile it needs is on for both sides.
 */
final class Transactions implements Contest {

    private static final String PROFILES = "demo,test-control";

    @Override
    public String name() {
        return "transactions";
    }

    @Override
    public void prepare(LocalSystem.Builder parts, Hall hall) {
        parts.environment("provider-order", "SPRING_PROFILES_ACTIVE", PROFILES);
        parts.environment("provider-stock", "SPRING_PROFILES_ACTIVE", PROFILES);
    }

    @Override
    public void run(Hall hall) {
        hall.mall().orders(name());
        LiveSetting transactions =
                new LiveSetting(hall.mall().system().nacos().toString(), "provider-order", "gomall.order.transactions");
        try {
            hall.placeFirst(name());
            hall.duel(
                    name(),
                    "orders / the same services with transactions off; " + BenchMall.BUYERS + " clients, one hot SKU",
                    0.6,
                    new Side("on", hall.http(name(), BenchMall.BUYERS), () -> transactions.set("on")),
                    new Side("off", hall.http(name(), BenchMall.BUYERS), () -> transactions.set("off")));
        } finally {
            transactions.set("on");
        }
    }
}
