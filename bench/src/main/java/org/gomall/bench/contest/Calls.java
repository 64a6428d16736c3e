package org.gomall.bench.contest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gomall.bench.caller.OurCaller;
import org.gomall.bench.dubbo.BareCaller;
import org.gomall.bench.dubbo.BareProvider;
import org.gomall.bench.duel.Side;
import org.gomall.bench.mall.BenchMall;
import org.gomall.bench.mall.FreePort;
import org.gomall.bench.mall.Project;
import org.gomall.bench.mall.Worker;

/** A product over Dubbo against a bare call with the same interface, the same answers and the same settings. */
final class Calls implements Contest {

    private static final String CALLS = "calls";

    @Override
    public String name() {
        return "dubbo";
    }

    @Override
    public void run(Hall hall) {
        BenchMall mall = hall.mall();
        List<Worker> workers = new ArrayList<>();
        try {
            Path products = mall.folder().resolve("products");
            workers.add(mall.worker(
                    "caller",
                    "consumer-web",
                    Project.classPath("bench"),
                    environment(mall),
                    OurCaller.class.getName(),
                    arguments(products.toString(), mall.products())));
            int port = FreePort.next();
            workers.add(mall.worker(
                    "bare-provider",
                    "provider-product",
                    Project.classPath("bench/bare"),
                    Map.of(),
                    BareProvider.class.getName(),
                    Integer.toString(port),
                    products.toString()));
            workers.add(mall.worker(
                    "bare-caller",
                    "consumer-web",
                    Project.classPath("bench/bare"),
                    Map.of(),
                    BareCaller.class.getName(),
                    arguments(Integer.toString(port), mall.products())));
            hall.duel(
                    name(),
                    "product read over Dubbo (CatalogueService.product) / bare Dubbo call with the same DTO",
                    0.7,
                    new Side("our calls", length -> workers.get(0).closed(CALLS, Hall.CLIENTS, length)),
                    new Side("bare calls", length -> workers.get(2).closed(CALLS, Hall.CLIENTS, length)));
        } finally {
            workers.forEach(mall::end);
        }
    }

    private static Map<String, String> environment(BenchMall mall) {
        Map<String, String> environment = new HashMap<>(mall.system().environment());
        environment.put("GOMALL_HOME_DIR", mall.folder().resolve("caller").toString());
        environment.put("SPRING_PROFILES_ACTIVE", "demo");
        return environment;
    }

    private static String[] arguments(String first, List<String> others) {
        List<String> arguments = new ArrayList<>(List.of(first));
        arguments.addAll(others);
        return arguments.toArray(String[]::new);
    }
}
