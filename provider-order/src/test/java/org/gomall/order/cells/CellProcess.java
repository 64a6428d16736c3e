package org.gomall.order.cells;

import org.gomall.order.OrderProviderApplication;
import org.gomall.order.testing.Fakes;
import org.gomall.order.testing.Shop;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** provider-order as one of several cells, a process of its own; its neighbours are faked in it. */
public final class CellProcess {

    static final String READY = "the cell is ready";
    /** The numbers of a fresh {@link Shop}: one SKU, then the users. */
    static final long SKU = 5_001;

    static final long FIRST_USER = 5_002;
    static final int USERS = 24;

    private CellProcess() {}

    /** Starts it, with everything it must know in system properties. */
    public static void main(String[] args) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        OrderProviderApplication.class, Fakes.class)
                .profiles("test")
                .properties("gomall.reconciliation.interval=0s")
                .run(args);
        Shop shop = context.getBean(Shop.class);
        shop.sku(1, 500, 1_000);
        for (int i = 0; i < USERS; i++) {
            shop.user();
        }
        System.out.println(READY);
    }
}
