package org.gomall.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Page;
import org.gomall.api.product.ListingQuery;
import org.gomall.api.product.ListingSummary;
import org.gomall.api.product.ListingView;
import org.gomall.api.product.ProductStatus;
import org.gomall.web.envelope.Envelope;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Products, as admins look at them before buyers do. */
@RestController
@RequestMapping("/api/admin/products")
@Tag(name = "Admin")
class AdminProductApi {

    private final ProductDecider products;

    AdminProductApi(ProductDecider products) {
        this.products = products;
    }

    @GetMapping
    @Operation(summary = "Products of any shop and state, the one that changed last first")
    Envelope<Page<ListingSummary>> list(
            @RequestParam(required = false) ProductStatus status,
            @RequestParam(required = false) Long shopId,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        return Envelope.ok(products.list(new ListingQuery(shopId, status, page, size)));
    }

    @GetMapping("/{productId}")
    @Operation(summary = "One product with its history")
    Envelope<ListingView> get(@PathVariable long productId) {
        return Envelope.ok(products.get(productId));
    }

    @PostMapping("/{productId}/approve")
    @Operation(summary = "Put a product on the shelf")
    Envelope<ListingView> approve(@PathVariable long productId, ActingUser actor) {
        return Envelope.ok(products.approve(actor, productId));
    }

    @PostMapping(path = "/{productId}/reject", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Turn a product down with a reason")
    Envelope<ListingView> reject(@PathVariable long productId, @RequestBody Reason body, ActingUser actor) {
        return Envelope.ok(products.reject(actor, productId, body.reason()));
    }
}
