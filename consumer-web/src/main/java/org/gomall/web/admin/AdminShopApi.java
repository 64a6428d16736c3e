package org.gomall.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Page;
import org.gomall.api.user.OwnShopView;
import org.gomall.api.user.ShopQuery;
import org.gomall.api.user.ShopStatus;
import org.gomall.web.envelope.Envelope;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shops, as admins decide about them. */
@RestController
@RequestMapping("/api/admin/shops")
@Tag(name = "Admin")
class AdminShopApi {

    private final ShopDecider shops;

    AdminShopApi(ShopDecider shops) {
        this.shops = shops;
    }

    @GetMapping
    @Operation(summary = "Shops of any state, the longest waiting first")
    Envelope<Page<OwnShopView>> list(
            @RequestParam(required = false) ShopStatus status,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        return Envelope.ok(shops.list(new ShopQuery(status, page, size)));
    }

    @PostMapping("/{shopId}/approve")
    @Operation(summary = "Open a shop; its owner is a merchant from the next request on")
    Envelope<OwnShopView> approve(@PathVariable long shopId, ActingUser actor) {
        return Envelope.ok(shops.approve(actor, shopId));
    }

    @PostMapping(path = "/{shopId}/reject", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Turn an application down with a reason")
    Envelope<OwnShopView> reject(@PathVariable long shopId, @RequestBody Reason body, ActingUser actor) {
        return Envelope.ok(shops.reject(actor, shopId, body.reason()));
    }
}
