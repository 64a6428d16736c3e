package org.gomall.web.merchant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Page;
import org.gomall.api.product.ListingQuery;
import org.gomall.api.product.ListingSummary;
import org.gomall.api.product.ListingView;
import org.gomall.api.product.MerchantProductService;
import org.gomall.api.product.OwnProductCommand;
import org.gomall.api.product.ProductDraft;
import org.gomall.api.product.ProductStatus;
import org.gomall.api.product.SaveProductCommand;
import org.gomall.web.catalogue.CatalogueReader;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Products of the merchant's own shop, in any state. */
@RestController
@RequestMapping("/api/merchant/products")
@Tag(name = "Merchant")
class MerchantProductApi {

    private final MerchantProductService products;
    private final OwnShop shops;
    private final CatalogueReader catalogue;

    MerchantProductApi(MerchantProductService products, OwnShop shops, CatalogueReader catalogue) {
        this.products = products;
        this.shops = shops;
        this.catalogue = catalogue;
    }

    @GetMapping
    @Operation(summary = "Products of my shop, the one that changed last first")
    Envelope<Page<ListingSummary>> list(
            @RequestParam(required = false) ProductStatus status,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            CurrentUser user) {
        return Envelope.ok(products.list(new ListingQuery(shops.idOf(user.userId()), status, page, size)));
    }

    @GetMapping("/{productId}")
    @Operation(summary = "One product of my shop with its history")
    Envelope<ListingView> get(@PathVariable long productId, CurrentUser user) {
        return Envelope.ok(products.get(shops.idOf(user.userId()), productId));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Write the draft of a new product")
    ResponseEntity<Envelope<ListingView>> create(@RequestBody ProductDraft body, ActingUser actor) {
        return Envelope.created(products.create(new SaveProductCommand(actor, shops.idOf(actor.userId()), null, body)));
    }

    @PutMapping(path = "/{productId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace the contents of a product; an approved one whose contents changed is looked at again")
    Envelope<ListingView> update(@PathVariable long productId, @RequestBody ProductDraft body, ActingUser actor) {
        ListingView saved = products.update(new SaveProductCommand(actor, shops.idOf(actor.userId()), productId, body));
        catalogue.forgetProduct(productId);
        return Envelope.ok(saved);
    }

    @DeleteMapping("/{productId}")
    @Operation(summary = "Delete a product that was never approved")
    Envelope<Void> delete(@PathVariable long productId, ActingUser actor) {
        products.delete(command(productId, actor));
        return Envelope.done();
    }

    @PostMapping("/{productId}/submit")
    @Operation(summary = "Ask for a product to be looked at")
    Envelope<ListingView> submit(@PathVariable long productId, ActingUser actor) {
        return step(productId, actor, products::submit);
    }

    @PostMapping("/{productId}/unlist")
    @Operation(summary = "Take a product off the shelf")
    Envelope<ListingView> unlist(@PathVariable long productId, ActingUser actor) {
        return step(productId, actor, products::unlist);
    }

    private Envelope<ListingView> step(
            long productId, ActingUser actor, Function<OwnProductCommand, ListingView> step) {
        ListingView now = step.apply(command(productId, actor));
        catalogue.forgetProduct(productId);
        return Envelope.ok(now);
    }

    private OwnProductCommand command(long productId, ActingUser actor) {
        return new OwnProductCommand(actor, shops.idOf(actor.userId()), productId);
    }
}
