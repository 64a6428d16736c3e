package org.gomall.web.preview;

import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.pojo.Instance;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.gomall.api.common.Page;
import org.gomall.api.ops.DeadLetterService;
import org.gomall.api.ops.DeadLetterView;
import org.gomall.api.ops.LawResult;
import org.gomall.api.ops.LawStatus;
import org.gomall.api.ops.ReconciliationReport;
import org.gomall.api.ops.ReconciliationService;
import org.gomall.api.ops.ReplayOutcome;
import org.gomall.api.ops.StuckTransaction;
import org.gomall.api.ops.TransactionService;
import org.gomall.api.ops.Violation;
import org.gomall.platform.instance.InstanceMetadata;
import org.gomall.platform.reconciliation.Law;
import org.gomall.platform.reconciliation.Laws;
import org.springframework.context.ApplicationContext;

/** A bad afternoon for the preview: stock is slow, orders wait for it, a law is broken, and one process is silent. */
final class MemoryOps {

    private static final String RESERVE =
            "org.gomall.api.stock.StockReservationService:reserve(org.gomall.api.stock.ReserveCommand)";
    private static final String PLACE =
            "org.gomall.api.order.OrderService:place(org.gomall.api.order.PlaceOrderCommand)";
    private static final Instant STARTED = Instant.now().minusSeconds(9_000);

    private MemoryOps() {}

    /** Puts it behind the mocks of a web slice. */
    static void behind(ApplicationContext slice) {
        try {
            services(slice.getBean(NamingService.class));
        } catch (IOException | NacosException e) {
            throw new IllegalStateException(e);
        }
        books(slice.getBean(ReconciliationService.class));
        letters(slice);
        when(slice.getBean(TransactionService.class).stuck())
                .thenReturn(List.of(
                        new StuckTransaction(
                                100_000_000_000_000_042L,
                                "127.0.0.1:8091:4611686018427387905",
                                "provider-stock",
                                "stock-release",
                                "TRIED",
                                "java.lang.IllegalStateException: reserved would be negative",
                                7,
                                Instant.now().minusSeconds(400),
                                true),
                        new StuckTransaction(
                                100_000_000_000_000_042L,
                                null,
                                "provider-order",
                                "order",
                                "CANCELLING",
                                null,
                                0,
                                Instant.now().minusSeconds(400),
                                false)));
    }

    private static void services(NamingService nacos) throws IOException, NacosException {
        when(nacos.getAllInstances("provider-stock"))
                .thenReturn(List.of(
                        process(
                                20_883,
                                "1.4.0",
                                () -> figures(
                                        34,
                                        524,
                                        0,
                                        call(RESERVE, true, 9, 0, 410, 3, "")
                                                + call(
                                                        "org.gomall.api.stock.StockQueryService:availability(List)",
                                                        true,
                                                        25,
                                                        0,
                                                        4,
                                                        0,
                                                        "")
                                                + call(
                                                        "org.gomall.api.stock.StockLedgerService",
                                                        true,
                                                        0,
                                                        0,
                                                        0,
                                                        0,
                                                        ""))),
                        process(20_983, "1.4.1", () -> figures(31, 492, 0, call(RESERVE, true, 8, 0, 402, 2, "")))));
        when(nacos.getAllInstances("provider-order"))
                .thenReturn(List.of(process(
                        20_884,
                        "1.4.0",
                        () -> figures(
                                22,
                                655,
                                0.01,
                                call(PLACE, true, 9, 0, 620, 5, "")
                                        + call(RESERVE, false, 9, 0, 549, 4, "")
                                        + call("org.gomall.api.payment.PaymentService", false, 2, 0, 12, 0, "")))));
        when(nacos.getAllInstances("provider-product"))
                .thenReturn(List.of(process(
                        20_882,
                        "1.4.0",
                        () -> figures(
                                140, 20, 0, call("org.gomall.api.product.CatalogueService", true, 140, 0, 6, 1, "")))));
        when(nacos.getAllInstances("provider-payment"))
                .thenReturn(List.of(process(20_885, "1.4.0", () -> figures(3, 41, 0, ""))));
        when(nacos.getAllInstances("provider-user")).thenReturn(List.of(instance(20_881, 1, "1.4.0")));
        when(nacos.getAllInstances("consumer-web"))
                .thenReturn(List.of(process(
                        8_080,
                        "1.4.0",
                        () -> figures(
                                96,
                                655,
                                0.002,
                                call(
                                                "POST:/checkout",
                                                true,
                                                7,
                                                3,
                                                640,
                                                5,
                                                "{\"rule\":\"flow\",\"count\":418,\"secondsAgo\":1}")
                                        + call("/products", true, 61, 0, 38, 2, "")
                                        + call(
                                                "POST:/api/orders",
                                                true,
                                                2,
                                                0,
                                                612,
                                                1,
                                                "{\"rule\":\"param\",\"count\":3,\"secondsAgo\":212}")
                                        + call("/cart", true, 0, 0, 0, 0, "")
                                        + call(PLACE, false, 9, 0, 610, 5, "")))));
    }

    private static void books(ReconciliationService reconciliation) {
        Instant now = Instant.now().minusSeconds(40);
        List<LawResult> results =
                Laws.all().stream().map(law -> result(law, now)).toList();
        when(reconciliation.last()).thenReturn(new ReconciliationReport(now, now.plusMillis(412), 412, results));
    }

    private static LawResult result(Law law, Instant now) {
        LawStatus status =
                switch (law.key()) {
                    case "wallet-balance" -> LawStatus.VIOLATED;
                    case "half-way" -> LawStatus.SETTLING;
                    case "card-ledger" -> LawStatus.UNCHECKED;
                    default -> LawStatus.HOLDS;
                };
        List<Violation> violations = status == LawStatus.HOLDS || status == LawStatus.UNCHECKED
                ? List.of()
                : List.of(new Violation(
                        Map.of("id", "100000000000000042", "balance", "12000", "entries", "11800"),
                        now.minusSeconds(90),
                        status == LawStatus.VIOLATED));
        return new LawResult(
                law.code(),
                law.key(),
                law.title(),
                status,
                violations,
                law.remedy(),
                status == LawStatus.UNCHECKED ? "the card channel does not answer" : null);
    }

    private static void letters(ApplicationContext slice) {
        DeadLetterService orders = slice.getBean("provider-order", DeadLetterService.class);
        DeadLetterService stock = slice.getBean("provider-stock", DeadLetterService.class);
        when(stock.newest(anyInt())).thenReturn(new Page<>(List.of(), 1, 20, 0));
        when(orders.newest(anyInt())).thenReturn(new Page<>(List.of(letter(1), letter(2)), 1, 20, 2));
        when(orders.replay(anyLong())).thenReturn(new ReplayOutcome(ReplayOutcome.Result.HANDLED, null));
    }

    private static DeadLetterView letter(int number) {
        return new DeadLetterView(
                "provider-order:" + number,
                "provider-order",
                "RefundDoneHandler",
                "gomall-payment",
                "RefundDone",
                "provider-payment",
                1_044_112_233_445_566L + number,
                "{\"orderId\":100000000000000042,\"amountCents\":12900,\"reason\":\"***\"}",
                "9f2c1e7ab0d34411a6f5c0de33aa9471",
                "org.springframework.dao.DataIntegrityViolationException: refund 17 is not known",
                16,
                Instant.now().minusSeconds(600L * number));
    }

    private interface Tells {
        String figures();
    }

    private static Instance process(int port, String version, Tells tells) throws IOException {
        HttpServer process = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        process.createContext("/actuator/figures", exchange -> {
            byte[] body = tells.figures().replace("VERSION", version).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        process.start();
        return instance(port, process.getAddress().getPort(), version);
    }

    private static Instance instance(int port, int managementPort, String version) {
        Instance instance = new Instance();
        instance.setIp("127.0.0.1");
        instance.setPort(port);
        instance.setMetadata(
                Map.of(InstanceMetadata.MANAGEMENT_PORT, Integer.toString(managementPort), "gomall.version", version));
        return instance;
    }

    private static String figures(double qps, double p95, double errors, String calls) {
        double sway = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
        return """
                {"version":"VERSION","startedAt":"%s","requests":{"qps":%s,"p95Millis":%s,"errorRate":%s},
                 "resources":[%s],"rules":[{"kind":"flow","version":3,"problem":null}]}
                """.formatted(STARTED, qps * sway, p95 * sway, errors, calls.replaceFirst(",$", ""));
    }

    private static String call(
            String resource,
            boolean incoming,
            double passed,
            double refused,
            double millis,
            int threads,
            String rules) {
        return """
                {"resource":"%s","incoming":%s,"passQps":%s,"blockQps":%s,"exceptionQps":0,"avgRtMillis":%s,"threads":%d,
                 "refused":[%s]},""".formatted(resource, incoming, passed, refused, millis, threads, rules);
    }
}
