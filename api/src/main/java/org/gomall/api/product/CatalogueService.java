package org.gomall.api.product;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;

/** The catalogue that everybody may read. All calls are safe to repeat. */
public interface CatalogueService {

    /** The category tree, in display order. */
    List<CategoryView> categories() throws BusinessException;

    /** Visible products that match. */
    Page<ProductSummary> search(ProductQuery query) throws BusinessException;

    /**
     * One visible product with its SKUs.
     *
     * @throws BusinessException NOT_FOUND
     */
    ProductView product(long productId) throws BusinessException;

    /**
     * The products of which anything but sales and stock has changed, for whoever keeps copies of them. A change is told for
     * some seconds, so that a copy made meanwhile from an older one is dropped as well.
     *
     * @param since {@code until} of the last answer; at first when the oldest copy was made
     */
    ProductChanges changedSince(Instant since) throws BusinessException;

    /**
     * What checkout must know about these SKUs, at the server's own prices (at most 200 ids a call). Unknown ids are
     * left out; SKUs that may no longer be bought come with {@code purchasable=false}.
     */
    List<SkuSnapshot> skus(Collection<Long> skuIds) throws BusinessException;

    /** The most SKUs on one page of {@link #skusOfShop}. */
    int MOST_OF_SHOP = 1_000;

    /**
     * The SKUs that a shop has, visible or not, without withdrawn ones; newest product first.
     *
     * @param size up to {@link #MOST_OF_SHOP}: one large page costs much less than ten small ones, each of which walks over
     *     those before it
     */
    Page<SkuSnapshot> skusOfShop(long shopId, int page, int size) throws BusinessException;
}
