package org.gomall.web.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartLineView;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.OrderItemView;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.SetCartLineCommand;
import org.gomall.web.catalogue.CatalogueReader;
import org.gomall.web.catalogue.ProductDetail;
import org.springframework.stereotype.Component;

/** Puts the goods of an order into the cart once more, as far as they are still sold. */
@Component
class BuyAgain {

    /** What the cart says when a line is gone or it has no room. */
    private static final Set<ErrorCode> NOT_TAKEN =
            Set.of(ErrorCode.NOT_FOUND, ErrorCode.CONFLICT, ErrorCode.VALIDATION);

    private final CartService carts;
    private final CatalogueReader catalogue;

    BuyAgain(CartService carts, CatalogueReader catalogue) {
        this.carts = carts;
        this.catalogue = catalogue;
    }

    /**
     * Puts them in. Safe to repeat: pieces that lie in the cart are not added again.
     *
     * @return the SKUs that could not be put in
     */
    List<Long> intoCart(CartOwner owner, OrderView order) {
        Map<Long, CartLineView> there =
                carts.view(owner).items().stream().collect(Collectors.toMap(CartLineView::skuId, line -> line));
        List<Long> missing = new ArrayList<>();
        for (OrderItemView item : order.items()) {
            if (!isSold(item) || !isTaken(owner, item, there.get(item.skuId()))) {
                missing.add(item.skuId());
            }
        }
        return missing;
    }

    /** Where stock cannot be asked the checkout will find out. */
    private boolean isSold(OrderItemView item) {
        try {
            return catalogue.product(item.productId()).skus().stream()
                    .anyMatch(sku -> sku.skuId() == item.skuId() && !isSoldOut(sku));
        } catch (BusinessException e) {
            if (e.error() == ErrorCode.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isSoldOut(ProductDetail.Sku sku) {
        return sku.available() != null && sku.available() <= 0;
    }

    private boolean isTaken(CartOwner owner, OrderItemView item, CartLineView there) {
        try {
            int more = item.quantity() - (there == null ? 0 : there.quantity());
            if (more > 0) {
                carts.add(owner, new CartLineCommand(item.skuId(), more));
            } else if (!there.selected()) {
                carts.set(owner, new SetCartLineCommand(item.skuId(), null, true));
            }
            return true;
        } catch (BusinessException e) {
            if (NOT_TAKEN.contains(e.error())) {
                return false;
            }
            throw e;
        }
    }
}
