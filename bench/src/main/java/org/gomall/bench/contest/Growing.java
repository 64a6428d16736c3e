package org.gomall.bench.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gomall.bench.duel.CpuMeter;
import org.gomall.bench.growth.GrowingMall;
import org.gomall.bench.load.Slice;
import org.gomall.bench.mall.BenchMall;
import org.gomall.bench.report.Curve;

/** What requests cost while the catalogue, the orders and the instances grow. It fills the mall with rows, so it is the last. */
final class Growing implements Contest {

    static final String NAME = "growth";

    private static final String ORDERS = "warm-orders";
    private static final List<String> SCALED = List.of("provider-order", "provider-stock", "consumer-web");
    private static final List<Integer> INSTANCES = List.of(1, 2, 4);

    /** What the mall holds at a step. */
    private record Size(int skus, int orders) {}

    private static final List<Size> SIZES = List.of(
            new Size(200, 1_000), new Size(20_000, 1_000), new Size(1_000_000, 1_000), new Size(1_000_000, 1_000_000));
    private static final List<Size> QUICK = List.of(new Size(200, 100), new Size(2_000, 1_000));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(Hall hall) {
        GrowingMall mall =
                new GrowingMall(hall.mall(), hall.meter(), hall.effort().window(), hall::say);
        hall.add(mall::growth);
        warmUp(hall);
        for (Size size : hall.effort().isTry() ? QUICK : SIZES) {
            mall.measure(size.skus(), size.orders());
        }
        hall.add(instances(hall));
    }

    /** Code that has not been compiled yet costs ten times as much, and would look like growth. */
    private static void warmUp(Hall hall) {
        hall.mall().orders(ORDERS);
        hall.mall().clients().closed(ORDERS, BenchMall.BUYERS, hall.effort().first());
    }

    /** Orders over the instances of what takes part in one; on few cores their CPU says more than their number a second. */
    private static Curve instances(Hall hall) {
        BenchMall mall = hall.mall();
        List<Curve.Point> points = new ArrayList<>();
        try {
            for (int instances : hall.effort().isTry() ? INSTANCES.subList(0, 2) : INSTANCES) {
                SCALED.forEach(application -> mall.system().scale(application, instances));
                warmUp(hall);
                CpuMeter.Reading before = hall.meter().read();
                Slice slice = mall.clients()
                        .closed(ORDERS, BenchMall.BUYERS, hall.effort().point());
                double cpu = hall.meter().read().since(before).seconds().values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum()
                        * 1e3
                        / Math.max(1, slice.done());
                hall.say(String.format(
                        Locale.ROOT,
                        "%d instances: %.1f orders/s, %.1f CPU ms an order",
                        instances,
                        slice.perSecond(),
                        cpu));
                points.add(new Curve.Point(
                        instances,
                        slice.perSecond(),
                        slice.millisAt(50),
                        slice.millisAt(99),
                        (double) slice.failed() / Math.max(1, slice.done() + slice.failed())));
            }
        } finally {
            SCALED.forEach(application -> mall.system().scale(application, 1));
        }
        return new Curve(
                "Orders over instances",
                "instances of web, order and stock, all on one machine",
                List.of(new Curve.Line("orders", points)));
    }
}
