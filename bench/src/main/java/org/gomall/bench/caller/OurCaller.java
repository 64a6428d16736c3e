package org.gomall.bench.caller;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.apache.dubbo.config.spring.context.annotation.EnableDubbo;
import org.gomall.api.common.BusinessException;
import org.gomall.api.product.CatalogueService;
import org.gomall.bench.dubbo.FixedCatalogue;
import org.gomall.bench.dubbo.ProductReads;
import org.gomall.bench.load.Console;
import org.gomall.bench.mall.Retry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * The process of the clients that read products from provider-product as consumer-web does: found in Nacos, signed, traced,
 * counted, behind Sentinel.
 */
@SpringBootApplication
@EnableDubbo
public class OurCaller {

    private static final Duration FOUND_WITHIN = Duration.ofSeconds(60);

    /**
     * Works until its input ends. Before that it keeps the products for the bare provider, which answers with the same.
     *
     * @param args the file for the products, and their ids
     */
    public static void main(String[] args) throws IOException {
        // What is logged must not get between the lines of the console.
        PrintStream out = System.out;
        System.setOut(System.err);
        CatalogueService catalogue = SpringApplication.run(OurCaller.class).getBean(CatalogueService.class);
        List<Long> ids = Arrays.stream(args).skip(1).map(Long::valueOf).toList();
        Retry.until(FOUND_WITHIN, () -> answers(catalogue, ids.get(0)), "provider-product was not found");
        FixedCatalogue.write(
                Path.of(args[0]), ids.stream().map(catalogue::product).toList());
        new Console(Map.of("calls", new ProductReads(catalogue, ids))).listen(System.in, out);
        System.exit(0);
    }

    // As RemoteServices of consumer-web.
    @Bean
    @DubboReference(timeout = 500, retries = 1, cluster = "failover")
    ReferenceBean<CatalogueService> catalogueService() {
        return new ReferenceBean<>();
    }

    private static boolean answers(CatalogueService catalogue, long productId) {
        try {
            return catalogue.product(productId) != null;
        } catch (BusinessException e) {
            return false;
        }
    }
}
