package org.gomall.product.listing;

import java.util.List;
import java.util.Map;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Check;
import org.gomall.api.common.Page;
import org.gomall.api.product.ListingQuery;
import org.gomall.api.product.ListingSummary;
import org.gomall.api.product.ListingView;
import org.gomall.api.product.MerchantProductService;
import org.gomall.api.product.OwnProductCommand;
import org.gomall.api.product.ProductStatus;
import org.gomall.api.product.SaveProductCommand;
import org.gomall.product.listing.ListingSteps.By;

/** What merchants do with the products of their shop. */
@DubboService
class MerchantProducts implements MerchantProductService {

    private final ListingMapper listings;
    private final SkuMapper skus;
    private final HistoryMapper history;
    private final ListingContents contents;
    private final ListingSteps steps;
    private final ListingReader reader;
    private final Desk desk;

    MerchantProducts(
            ListingMapper listings,
            SkuMapper skus,
            HistoryMapper history,
            ListingContents contents,
            ListingSteps steps,
            ListingReader reader,
            Desk desk) {
        this.listings = listings;
        this.skus = skus;
        this.history = history;
        this.contents = contents;
        this.steps = steps;
        this.reader = reader;
        this.desk = desk;
    }

    @Override
    public Page<ListingSummary> list(ListingQuery query) {
        Check.fields().id(query.shopId(), "shopId").orRefuse();
        return reader.page(query);
    }

    @Override
    public Map<ProductStatus, Long> counts(long shopId) {
        return reader.counts(shopId);
    }

    @Override
    public ListingView get(long shopId, long productId) {
        return reader.view(shopId, productId);
    }

    @Override
    public ListingView create(SaveProductCommand command) {
        long productId = desk.newId();
        desk.act(
                productId,
                command.actor(),
                "product.create",
                Map.of("name", command.draft().name()),
                () -> {
                    contents.create(command.shopId(), productId, command.draft());
                    steps.begin(productId, command.actor());
                });
        return reader.view(command.shopId(), productId);
    }

    @Override
    public ListingView update(SaveProductCommand command) {
        Check.fields().id(command.productId(), "productId").orRefuse();
        long productId = command.productId();
        long shopId = command.shopId();
        desk.act(
                productId,
                command.actor(),
                "product.update",
                Map.of("name", command.draft().name()),
                () -> {
                    List<SkuMapper.SkuRow> before = skus.lockAll(shopId, productId);
                    ProductStatus status = lock(shopId, productId);
                    if (status == ProductStatus.PENDING) {
                        throw ListingSteps.illegal(status);
                    }
                    boolean unseen = contents.replace(shopId, productId, before, command.draft());
                    if (unseen && status == ProductStatus.APPROVED) {
                        steps.take(
                                shopId,
                                productId,
                                ProductStatus.PENDING,
                                By.MERCHANT,
                                command.actor(),
                                "contents changed");
                    }
                });
        return reader.view(shopId, productId);
    }

    @Override
    public ListingView submit(OwnProductCommand command) {
        return step(command, "product.submit", () -> {
            ProductStatus status = lock(command.shopId(), command.productId());
            // Only changed contents lead from the shelf back to the audit.
            if (status == ProductStatus.APPROVED) {
                throw ListingSteps.illegal(status);
            }
            take(command, ProductStatus.PENDING);
        });
    }

    @Override
    public ListingView unlist(OwnProductCommand command) {
        return step(command, "product.unlist", () -> take(command, ProductStatus.UNLISTED));
    }

    @Override
    public void delete(OwnProductCommand command) {
        long productId = command.productId();
        desk.act(productId, command.actor(), "product.delete", Map.of(), () -> {
            skus.lockAll(command.shopId(), productId);
            ProductStatus status = lock(command.shopId(), productId);
            if (history.wasApproved(productId)) {
                throw ListingSteps.illegal(status);
            }
            contents.clear(productId);
            if (listings.delete(productId, command.shopId()) == 0) {
                throw ListingSteps.illegal(status);
            }
        });
    }

    private ListingView step(OwnProductCommand command, String action, Runnable work) {
        desk.act(command.productId(), command.actor(), action, Map.of(), work);
        return reader.view(command.shopId(), command.productId());
    }

    private void take(OwnProductCommand command, ProductStatus to) {
        steps.take(command.shopId(), command.productId(), to, By.MERCHANT, command.actor(), null);
    }

    private ProductStatus lock(long shopId, long productId) {
        ProductStatus status = listings.lock(shopId, productId);
        if (status == null) {
            throw BusinessException.notFound("product");
        }
        return status;
    }
}
