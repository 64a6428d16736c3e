package org.gomall.product.listing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.product.ProductDraft;
import org.gomall.product.picture.OwnPictures;
import org.gomall.product.search.SearchIndex;
import org.springframework.stereotype.Component;

/** Writes texts, pictures and SKUs of a product and all that follows from them, in the caller's transaction. */
@Component
class ListingContents {

    private final ListingMapper listings;
    private final SkuMapper skus;
    private final SkuShelf shelf;
    private final OwnPictures pictures;
    private final SearchIndex index;
    private final Clock clock;

    ListingContents(
            ListingMapper listings,
            SkuMapper skus,
            SkuShelf shelf,
            OwnPictures pictures,
            SearchIndex index,
            Clock clock) {
        this.listings = listings;
        this.skus = skus;
        this.shelf = shelf;
        this.pictures = pictures;
        this.index = index;
        this.clock = clock;
    }

    /** Writes a new product. */
    void create(long shopId, long productId, ProductDraft draft) {
        List<String> images = images(shopId, productId, draft);
        refuseUnknownCategory(draft);
        listings.insert(productId, shopId, Texts.of(draft), clock.instant());
        writeImages(productId, images);
        shelf.arrange(productId, List.of(), draft.skus());
        derive(productId);
    }

    /**
     * Replaces the contents of a product that its caller has locked.
     *
     * @return whether buyers would now see or choose something that nobody has looked at
     */
    boolean replace(long shopId, long productId, List<SkuMapper.SkuRow> before, ProductDraft draft) {
        List<String> images = images(shopId, productId, draft);
        refuseUnknownCategory(draft);
        Texts texts = Texts.of(draft);
        boolean unseen =
                !texts.equals(Texts.of(listings.find(shopId, productId))) || !images.equals(listings.images(productId));
        listings.write(productId, shopId, texts, clock.instant());
        listings.dropImages(productId);
        writeImages(productId, images);
        unseen |= shelf.arrange(productId, before, draft.skus());
        derive(productId);
        return unseen;
    }

    /** Removes everything that hangs on a product. */
    void clear(long productId) {
        skus.deleteAll(productId);
        listings.dropImages(productId);
        index.forget(productId);
    }

    private void derive(long productId) {
        listings.deriveFromSkus(productId);
        index.index(productId);
    }

    private List<String> images(long shopId, long productId, ProductDraft draft) {
        List<String> wanted = draft.images() == null ? List.of() : draft.images();
        pictures.refuseForeign(shopId, wanted);
        return wanted.isEmpty() ? List.of(OwnPictures.drawn(productId)) : new ArrayList<>(wanted);
    }

    private void writeImages(long productId, List<String> images) {
        for (int i = 0; i < images.size(); i++) {
            listings.addImage(productId, i + 1, images.get(i));
        }
    }

    private void refuseUnknownCategory(ProductDraft draft) {
        if (!listings.categoryExists(draft.categoryId())) {
            throw new BusinessException(
                    ErrorCode.VALIDATION,
                    ErrorCode.VALIDATION.defaultMessage(),
                    Map.of("categoryId", "there is no such category"));
        }
    }
}
