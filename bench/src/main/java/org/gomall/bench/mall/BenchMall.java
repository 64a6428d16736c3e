package org.gomall.bench.mall;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gomall.bench.growth.GrownRows;
import org.gomall.bench.http.HttpClients;
import org.gomall.bench.http.RequestTemplate;
import org.gomall.bench.load.Slice;
import org.gomall.localstack.LocalSystem;
import org.gomall.localstack.PartStatus;
import tools.jackson.databind.JsonNode;

/** A mall of its own for measuring, with buyers, one SKU that everybody wants, and the clients. */
public final class BenchMall implements AutoCloseable {

    /** How many buyers there are. */
    public static final int BUYERS = 8;

    private static final String MERCHANT = "nova";
    private static final String MERCHANT_PASSWORD = "gomall-demo";
    private static final long MERCHANTS_SHOP = 2001;
    private static final int MORE_PIECES = 1_000_000;
    private static final int PRODUCTS = 20;
    private static final String WEB = "consumer-web";
    private static final Duration CALM_WITHIN = Duration.ofMinutes(3);

    /** The clients have the same options, whatever they ask. */
    private static final List<String> CLIENT_OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xss512k", "-Xms64m", "-Xmx256m", "-XX:-UsePerfData");

    private final LocalSystem system;
    private final Workshop workshop;
    private final Path folder;
    private final Worker clients;
    private final Database database;
    private List<String> products;
    private String hotSku;
    private List<Buyer> buyers;

    /** An account with an address. */
    private record Buyer(String token, String address) {}

    /**
     * Starts it and returns when it sells.
     *
     * @param home an own folder; what is in it is deleted
     */
    public BenchMall(Path home, LocalSystem.Builder parts) {
        system = parts.home(home).start();
        folder = home.resolve("bench");
        workshop = new Workshop(folder);
        try {
            database = new Database(system.jdbcUrl("gomall_order"), system.databaseUser(), system.databasePassword());
            clients = workshop.worker(
                    "clients", CLIENT_OPTIONS, Project.classPath("bench/bare"), Map.of(), HttpClients.class.getName());
            openShop();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public LocalSystem system() {
        return system;
    }

    public Database database() {
        return database;
    }

    public Worker clients() {
        return clients;
    }

    /** Ids of products that can be bought. */
    public List<String> products() {
        return products;
    }

    public String token(int buyer) {
        return buyers.get(buyer).token();
    }

    /** The options of a process of the mall. */
    public JavaOptions options(String part) {
        return JavaOptions.of(system.pid(part));
    }

    /** The ids of all processes that have to do with it, by name. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        for (PartStatus part : system.status()) {
            part.pid().ifPresent(pid -> pids.put(part.name(), pid));
        }
        pids.putAll(workshop.pids());
        pids.put("bench", ProcessHandle.current().pid());
        return pids;
    }

    /**
     * Tells the clients of requests to an instance of the web.
     *
     * @param instance counts from 1
     * @param paths each may be asked for
     */
    public void reads(String target, int instance, List<String> paths, String... headers) {
        URI url = URI.create(system.webUrl(instance));
        target(
                target,
                url,
                200,
                paths.stream()
                        .map(path -> RequestTemplate.get(url.getAuthority(), path, headers))
                        .toList());
    }

    /** Tells the clients of orders for the SKU that everybody wants, one piece each, by every buyer in turn. */
    public void orders(String target) {
        URI url = URI.create(system.webUrl());
        target(
                target,
                url,
                201,
                buyers.stream()
                        .map(buyer -> RequestTemplate.post(
                                url.getAuthority(),
                                "/api/orders",
                                Visitor.orderOf(hotSku, buyer.address()),
                                "Authorization: Bearer " + buyer.token(),
                                "Idempotency-Key: " + RequestTemplate.KEY))
                        .toList());
    }

    /** Places one order that is traced. */
    public void order(String traceParent) {
        Visitor.known(system.webUrl(), buyers.get(0).token())
                .order(Visitor.orderOf(hotSku, buyers.get(0).address()), traceParent);
    }

    /** Starts Spring MVC that says hello, with the options of the web, and tells the clients of it. */
    public void hello(String target) {
        if (workshop.pids().containsKey("hello")) {
            return;
        }
        int port = FreePort.next();
        workshop.server(
                "hello",
                options(WEB).flags(),
                Project.classPath("bench/hello"),
                Map.of("SERVER_PORT", Integer.toString(port)),
                "org.gomall.bench.hello.HelloApplication");
        URI url = URI.create("http://127.0.0.1:" + port);
        Retry.until(Duration.ofSeconds(60), () -> FreePort.isTaken(port), "hello did not start");
        target(target, url, 200, List.of(RequestTemplate.get(url.getAuthority(), "/hello")));
    }

    /** Another process of the benchmark, with the options of a process of the mall. */
    public Worker worker(
            String name,
            String like,
            String classPath,
            Map<String, String> environment,
            String mainClass,
            String... arguments) {
        return workshop.worker(name, options(like).flags(), classPath, environment, mainClass, arguments);
    }

    /** Ends such a process. */
    public void end(Worker worker) {
        workshop.end(worker);
    }

    /** Where processes of the benchmark may write. */
    public Path folder() {
        return folder;
    }

    /** Lets so many instances of the web run, and returns when they are ready. */
    public void webs(int instances) {
        system.scale(WEB, instances);
    }

    /** Who can fill it with rows. */
    public GrownRows rows(Consumer<String> progress) {
        return new GrownRows(
                system.jdbcUrl("gomall_order"), system.databaseUser(), system.databasePassword(), progress);
    }

    /** Waits until every law holds, and answers what is broken when that took too long. */
    public List<String> awaitCalm() {
        Instant end = Instant.now().plus(CALM_WITHIN);
        List<String> broken = database.violations();
        while (!broken.isEmpty() && Instant.now().isBefore(end)) {
            Retry.pause(Duration.ofMillis(500));
            broken = database.violations();
        }
        return broken;
    }

    @Override
    public void close() {
        workshop.close();
        system.close();
    }

    /** Changes a live setting, as ops would. */
    public void setting(String application, String key, String value) {
        new LiveSetting(system.nacos().toString(), application, key).set(value);
    }

    private void openShop() {
        String url = system.webUrl();
        // Or the first orders run out after half an hour, as fast as they were placed, while something else is
        // measured.
        setting("provider-order", "gomall.order.pay-timeout", "10h");
        Visitor guest = Visitor.guest(url);
        products = ids(guest.get("/api/products?inStock=true&size=" + PRODUCTS).path("items"), "productId");
        String hot = ids(
                        guest.get("/api/products?inStock=true&size=5&sort=priceAsc&shopId=" + MERCHANTS_SHOP)
                                .path("items"),
                        "productId")
                .get(0);
        hotSku = guest.get("/api/products/" + hot)
                .path("skus")
                .get(0)
                .path("skuId")
                .asString();
        Visitor.login(url, MERCHANT, MERCHANT_PASSWORD).stock(hotSku, MORE_PIECES);
        buyers = IntStream.range(0, BUYERS).mapToObj(i -> buyer(url)).toList();
        orders("first-orders");
        Retry.until(Duration.ofSeconds(60), this::sells, "the mall does not sell");
    }

    private static Buyer buyer(String url) {
        Visitor visitor = Visitor.register(url);
        return new Buyer(visitor.token(), visitor.address());
    }

    private boolean sells() {
        Slice first = clients.closed("first-orders", 1, Duration.ofSeconds(1));
        return first.done() > 0 && first.failed() == 0;
    }

    private void target(String name, URI url, int status, List<String> requests) {
        clients.tell(HttpClients.targetLine(name, url.getHost(), url.getPort(), status, requests));
    }

    private static List<String> ids(JsonNode items, String field) {
        List<String> ids = new ArrayList<>();
        items.forEach(item -> ids.add(item.path(field).asString()));
        return ids;
    }
}
