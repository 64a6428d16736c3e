package org.gomall.web.merchant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.common.ActingUser;
import org.gomall.api.user.MerchantShopService;
import org.gomall.api.user.OwnShopView;
import org.gomall.api.user.ShopCommand;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shop that a user has, or applies for. */
@RestController
@RequestMapping("/api/merchant/shop")
@Tag(name = "Merchant")
class MerchantShopApi {

    private final MerchantShopService shops;

    MerchantShopApi(MerchantShopService shops) {
        this.shops = shops;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Apply for a shop, or again after a rejection")
    ResponseEntity<Envelope<OwnShopView>> apply(@RequestBody ShopTexts body, ActingUser actor) {
        return Envelope.created(shops.apply(body.command(actor)));
    }

    @GetMapping
    @Operation(summary = "My shop in any state, with the reason of a rejection")
    Envelope<OwnShopView> own(CurrentUser user) {
        return Envelope.ok(shops.own(user.userId()));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Change the texts of my shop")
    Envelope<OwnShopView> update(@RequestBody ShopTexts body, ActingUser actor) {
        return Envelope.ok(shops.update(body.command(actor)));
    }

    record ShopTexts(String name, String nameZh, String description, String descriptionZh) {

        ShopCommand command(ActingUser actor) {
            return new ShopCommand(actor, name, nameZh, description, descriptionZh);
        }
    }
}
