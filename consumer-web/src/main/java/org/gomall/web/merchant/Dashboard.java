package org.gomall.web.merchant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gomall.api.product.ProductStatus;
import org.gomall.web.figures.SalesOverview;
import org.gomall.web.merchant.ShopStock.Shortage;

/**
 * How a shop stands. Every part may be null, because its source cannot be asked now.
 *
 * @param toShip paid orders that wait for a carrier
 * @param refunds refund requests that wait for the shop
 * @param shortage what is sold out or low
 * @param products how many there are in each state, without the states that none is in
 */
record Dashboard(Long toShip, Long refunds, Shortage shortage, SalesOverview sales, Map<ProductStatus, Long> products) {

    /**
     * Something to do.
     *
     * @param name names its words
     * @param count how many wait
     */
    record Task(String name, long count, String path) {}

    /** Whether the shop has yet to make its first product. */
    public boolean isNew() {
        return products != null && products.isEmpty();
    }

    /** Whether every source has answered. */
    public boolean isWhole() {
        return toShip != null && refunds != null && shortage != null && sales != null && products != null;
    }

    /** What waits for the shop, the most pressing first. */
    public List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        add(tasks, "refunds", refunds, "/merchant/refunds?status=REQUESTED");
        add(tasks, "ship", toShip, "/merchant/orders/ship");
        add(tasks, "out", shortage == null ? null : shortage.out(), "/merchant/stock?low=true");
        add(tasks, "low", shortage == null ? null : shortage.low(), "/merchant/stock?low=true");
        add(tasks, "rejected", in(ProductStatus.REJECTED), "/merchant/products?status=REJECTED");
        add(tasks, "drafts", in(ProductStatus.DRAFT), "/merchant/products?status=DRAFT");
        return tasks;
    }

    private Long in(ProductStatus status) {
        return products == null ? null : products.get(status);
    }

    private static void add(List<Task> tasks, String name, Long count, String path) {
        if (count != null && count > 0) {
            tasks.add(new Task(name, count, path));
        }
    }
}
