package org.gomall.web.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.product.ListingQuery;
import org.gomall.api.product.ListingSummary;
import org.gomall.api.product.ListingView;
import org.gomall.api.product.MerchantProductService;
import org.gomall.api.product.OwnProductCommand;
import org.gomall.api.product.ProductDraft;
import org.gomall.api.product.ProductHistoryEntry;
import org.gomall.api.product.ProductStatus;
import org.gomall.api.product.ProductView;
import org.gomall.api.product.SaveProductCommand;
import org.gomall.api.product.SkuView;

/** The products of the shop of nova in all states; those on sale are the ones of {@link MemoryCatalogue}. */
class MemoryListings implements MerchantProductService {

    static final long NOVA = 2001;

    /** As if nobody could tell. */
    boolean away;

    private final MemoryCatalogue catalogue;
    private final Map<Long, ListingView> listings = new TreeMap<>();
    private final AtomicLong ids = new AtomicLong(900_000);

    MemoryListings(MemoryCatalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.ofShop(NOVA).forEach(p -> keep(onSale(p)));
    }

    /** As if the shop had none. */
    void clear() {
        listings.clear();
    }

    /** Another one in this state. */
    ListingView add(ProductStatus status, String name, String nameZh, String reason) {
        ListingView first = onSale(catalogue.ofShop(NOVA).get(0));
        return keep(new ListingView(
                ids.incrementAndGet(),
                NOVA,
                status,
                reason,
                name,
                nameZh,
                first.description(),
                first.descriptionZh(),
                first.categoryId(),
                first.categoryName(),
                first.categoryNameZh(),
                first.images(),
                first.skus(),
                0,
                Instant.now(),
                Instant.now(),
                List.of(new ProductHistoryEntry(null, status, Instant.now(), "MERCHANT", reason))));
    }

    @Override
    public Page<ListingSummary> list(ListingQuery query) {
        query.check();
        String words = query.keyword() == null ? "" : query.keyword().strip();
        List<ListingSummary> all = listings.values().stream()
                .filter(p -> query.shopId() == null || query.shopId() == p.shopId())
                .filter(p -> query.status() == null || query.status() == p.status())
                .filter(p -> p.name().contains(words) || p.nameZh().contains(words))
                .sorted(Comparator.comparing(ListingView::updatedAt).reversed())
                .map(this::summary)
                .toList();
        int from = Math.min(all.size(), (query.page() - 1) * query.size());
        return new Page<>(
                all.subList(from, Math.min(all.size(), from + query.size())), query.page(), query.size(), all.size());
    }

    @Override
    public Map<ProductStatus, Long> counts(long shopId) {
        if (away) {
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
        return listings.values().stream()
                .filter(p -> p.shopId() == shopId)
                .collect(Collectors.groupingBy(ListingView::status, Collectors.counting()));
    }

    @Override
    public ListingView get(long shopId, long productId) {
        ListingView found = listings.get(productId);
        if (found == null || found.shopId() != shopId) {
            throw BusinessException.notFound("product");
        }
        return found;
    }

    @Override
    public ListingView create(SaveProductCommand command) {
        return keep(written(ids.incrementAndGet(), ProductStatus.DRAFT, command.draft()));
    }

    @Override
    public ListingView update(SaveProductCommand command) {
        ListingView before = get(command.shopId(), command.productId());
        return keep(written(before.productId(), before.status(), command.draft()));
    }

    @Override
    public ListingView submit(OwnProductCommand command) {
        return step(command, ProductStatus.PENDING);
    }

    @Override
    public ListingView unlist(OwnProductCommand command) {
        return step(command, ProductStatus.UNLISTED);
    }

    @Override
    public void delete(OwnProductCommand command) {
        listings.remove(get(command.shopId(), command.productId()).productId());
    }

    private ListingView step(OwnProductCommand command, ProductStatus to) {
        ListingView p = get(command.shopId(), command.productId());
        if (!p.status().canTransitionTo(to)) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE);
        }
        return keep(with(p, to));
    }

    private ListingView written(long productId, ProductStatus status, ProductDraft draft) {
        List<SkuView> skus = new ArrayList<>();
        draft.skus()
                .forEach(sku -> skus.add(new SkuView(
                        sku.skuId() == null ? ids.incrementAndGet() : sku.skuId(), sku.specs(), sku.priceCents())));
        ListingView like = onSale(catalogue.ofShop(NOVA).get(0));
        return new ListingView(
                productId,
                NOVA,
                status,
                null,
                draft.name(),
                draft.nameZh(),
                draft.description(),
                draft.descriptionZh(),
                draft.categoryId(),
                like.categoryName(),
                like.categoryNameZh(),
                draft.images().isEmpty() ? like.images() : draft.images(),
                skus,
                0,
                Instant.now(),
                Instant.now(),
                List.of(new ProductHistoryEntry(null, status, Instant.now(), "MERCHANT", null)));
    }

    private static ListingView with(ListingView p, ProductStatus status) {
        List<ProductHistoryEntry> history = new ArrayList<>(p.history());
        history.add(new ProductHistoryEntry(p.status(), status, Instant.now(), "MERCHANT", null));
        return new ListingView(
                p.productId(),
                p.shopId(),
                status,
                null,
                p.name(),
                p.nameZh(),
                p.description(),
                p.descriptionZh(),
                p.categoryId(),
                p.categoryName(),
                p.categoryNameZh(),
                p.images(),
                p.skus(),
                p.sales(),
                p.createdAt(),
                Instant.now(),
                history);
    }

    private static ListingView onSale(ProductView p) {
        return new ListingView(
                p.productId(),
                p.shopId(),
                ProductStatus.APPROVED,
                null,
                p.name(),
                p.nameZh(),
                p.description(),
                p.descriptionZh(),
                p.categoryId(),
                p.categoryName(),
                p.categoryNameZh(),
                p.images(),
                p.skus(),
                p.sales(),
                p.createdAt(),
                p.createdAt(),
                List.of(new ProductHistoryEntry(null, ProductStatus.APPROVED, p.createdAt(), "ADMIN", null)));
    }

    private ListingSummary summary(ListingView p) {
        return new ListingSummary(
                p.productId(),
                p.shopId(),
                p.status(),
                p.reason(),
                p.name(),
                p.nameZh(),
                p.images().get(0),
                p.skus().stream().mapToLong(SkuView::priceCents).min().orElse(0),
                p.skus().stream().mapToLong(SkuView::priceCents).max().orElse(0),
                p.sales(),
                p.status() != ProductStatus.APPROVED
                        || p.skus().stream().anyMatch(sku -> catalogue.stock.getOrDefault(sku.skuId(), 0) > 0),
                p.updatedAt());
    }

    private ListingView keep(ListingView listing) {
        listings.put(listing.productId(), listing);
        return listing;
    }
}
