package org.gomall.bench.dubbo;

import java.util.List;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.ProductView;
import org.gomall.bench.load.Client;
import org.gomall.bench.load.Clients;

/** Clients that read products over Dubbo, one after the other. */
public record ProductReads(CatalogueService catalogue, List<Long> productIds) implements Clients {

    @Override
    public Client client(int number, int of) {
        return new Client() {

            private int next = number % productIds.size();

            @Override
            public void once() {
                long wanted = productIds.get(next);
                next = (next + of) % productIds.size();
                ProductView product = catalogue.product(wanted);
                if (product == null || product.productId() != wanted) {
                    throw new IllegalStateException("asked for " + wanted + ", got " + product);
                }
            }
        };
    }
}
