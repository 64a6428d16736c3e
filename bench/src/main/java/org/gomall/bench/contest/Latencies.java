package org.gomall.bench.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gomall.bench.load.Slice;
import org.gomall.bench.report.Curve;
import org.gomall.bench.stats.Spread;

/** How latency grows: with the clients that wait for their answers, and with the rate of visitors who do not wait for each other. */
final class Latencies implements Contest {

    private static final List<Integer> READERS = List.of(1, 2, 4, 8, 16, 32);
    private static final List<Integer> BUYERS = List.of(1, 2, 4, 8, 16);
    private static final List<Integer> SHARES = List.of(20, 40, 60, 80, 90);
    private static final int CONNECTIONS = 64;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public void run(Hall hall) {
        hall.mall()
                .reads(
                        "browse",
                        1,
                        hall.mall().products().stream()
                                .map(id -> "/api/products/" + id)
                                .toList());
        hall.mall().hello("hello");
        hall.mall().orders("buy");
        Curve.Line product = line(hall, "product detail", "browse", READERS);
        hall.add(new Curve(
                "Product detail over clients",
                "clients, each waiting for its answer",
                List.of(product, line(hall, "hello", "hello", READERS))));
        hall.add(new Curve(
                "Orders over clients",
                "clients, each waiting for its answer",
                List.of(line(hall, "orders", "buy", BUYERS))));
        double capacity = Spread.median(product.points().stream()
                .filter(point -> point.x() >= 4)
                .mapToDouble(Curve.Point::perSecond)
                .toArray());
        hall.add(new Curve(
                String.format(Locale.ROOT, "Product detail over load (100 %% is %.0f/s)", capacity),
                "load in percent, requests at fixed times",
                List.of(openLine(hall, capacity))));
    }

    private static Curve.Line line(Hall hall, String name, String target, List<Integer> clients) {
        List<Curve.Point> points = new ArrayList<>();
        // The first point finds everything warm.
        hall.mall().clients().closed(target, Hall.CLIENTS, hall.effort().window());
        for (int number : clients) {
            Slice slice =
                    hall.mall().clients().closed(target, number, hall.effort().point());
            points.add(point(number, slice));
            hall.say(String.format(
                    Locale.ROOT,
                    "%s, %d clients: %.0f/s, p50 %.1f ms, p99 %.1f ms",
                    name,
                    number,
                    slice.perSecond(),
                    slice.millisAt(50),
                    slice.millisAt(99)));
        }
        return new Curve.Line(name, points);
    }

    private static Curve.Line openLine(Hall hall, double capacity) {
        List<Curve.Point> points = new ArrayList<>();
        for (int share : SHARES) {
            Slice slice = hall.mall()
                    .clients()
                    .open(
                            "browse",
                            capacity * share / 100,
                            CONNECTIONS,
                            hall.effort().point());
            points.add(point(share, slice));
            hall.say(String.format(
                    Locale.ROOT,
                    "product detail, %d %% load: %.0f/s, p50 %.1f ms, p99 %.1f ms",
                    share,
                    slice.perSecond(),
                    slice.millisAt(50),
                    slice.millisAt(99)));
        }
        return new Curve.Line("product detail", points);
    }

    private static Curve.Point point(double x, Slice slice) {
        long all = slice.done() + slice.failed();
        return new Curve.Point(
                x,
                slice.perSecond(),
                slice.millisAt(50),
                slice.millisAt(99),
                all == 0 ? 1 : (double) slice.failed() / all);
    }
}
