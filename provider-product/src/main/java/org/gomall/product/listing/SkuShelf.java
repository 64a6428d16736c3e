package org.gomall.product.listing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.product.SkuAdded;
import org.gomall.api.product.SkuDraft;
import org.gomall.platform.id.Ids;
import org.gomall.platform.messaging.Outbox;
import org.gomall.product.catalogue.Specs;
import org.springframework.stereotype.Component;

/** Brings the SKUs of a product into the state its merchant wants, in the caller's transaction. */
@Component
class SkuShelf {

    private final SkuMapper skus;
    private final Specs specs;
    private final Outbox outbox;
    private final Ids ids;

    SkuShelf(SkuMapper skus, Specs specs, Outbox outbox, Ids ids) {
        this.skus = skus;
        this.specs = specs;
        this.outbox = outbox;
        this.ids = ids;
    }

    /**
     * Adds, changes and withdraws. A SKU is never deleted, because orders refer to it; one that comes back is the old one.
     *
     * @param before all SKUs of the product, locked
     * @return whether buyers could now choose something that nobody has looked at
     */
    boolean arrange(long productId, List<SkuMapper.SkuRow> before, List<SkuDraft> wanted) {
        Set<Long> kept = new HashSet<>();
        Long[] known = new Long[wanted.size()];
        for (int i = 0; i < known.length; i++) {
            SkuMapper.SkuRow row = byId(before, wanted.get(i), i);
            known[i] = row == null ? null : row.id();
            if (row != null) {
                kept.add(row.id());
            }
        }
        boolean unseen = false;
        for (int i = 0; i < known.length; i++) {
            SkuDraft sku = wanted.get(i);
            SkuMapper.SkuRow row = known[i] == null ? bySpecs(before, sku, kept) : row(before, known[i]);
            if (row == null) {
                add(productId, i + 1, sku);
                unseen = true;
            } else {
                kept.add(row.id());
                skus.write(row.id(), i + 1, specs.write(sku.specs()), sku.priceCents());
                unseen |= !row.active() || !specs.read(row.specs()).equals(sku.specs());
            }
        }
        before.stream().filter(row -> row.active() && !kept.contains(row.id())).forEach(row -> skus.withdraw(row.id()));
        return unseen;
    }

    private void add(long productId, int position, SkuDraft sku) {
        long skuId = ids.next();
        skus.insert(skuId, productId, position, specs.write(sku.specs()), sku.priceCents());
        outbox.publish(Topics.PRODUCT, new SkuAdded(skuId, productId, sku.stock() == null ? 0 : sku.stock()));
    }

    private static SkuMapper.SkuRow byId(List<SkuMapper.SkuRow> before, SkuDraft sku, int index) {
        if (sku.skuId() == null) {
            return null;
        }
        SkuMapper.SkuRow row = row(before, sku.skuId());
        if (row == null) {
            throw new BusinessException(
                    ErrorCode.VALIDATION,
                    ErrorCode.VALIDATION.defaultMessage(),
                    Map.of("skus[" + index + "].skuId", "is not a SKU of this product"));
        }
        return row;
    }

    private SkuMapper.SkuRow bySpecs(List<SkuMapper.SkuRow> before, SkuDraft sku, Set<Long> taken) {
        return before.stream()
                .filter(row -> !taken.contains(row.id()))
                .filter(row -> specs.read(row.specs()).equals(sku.specs()))
                .findFirst()
                .orElse(null);
    }

    private static SkuMapper.SkuRow row(List<SkuMapper.SkuRow> before, long skuId) {
        return before.stream().filter(row -> row.id() == skuId).findFirst().orElse(null);
    }
}
