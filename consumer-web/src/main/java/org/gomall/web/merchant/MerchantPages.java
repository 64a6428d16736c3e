package org.gomall.web.merchant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.MerchantShopService;
import org.gomall.api.user.OwnShopView;
import org.gomall.api.user.ShopCommand;
import org.gomall.api.user.ShopStatus;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Applying for a shop, and what it says about itself. */
@Controller
class MerchantPages {

    private static final String SHOP = "/merchant/shop";

    private final MerchantShopService ownShops;

    MerchantPages(MerchantShopService ownShops) {
        this.ownShops = ownShops;
    }

    /** A shop as it is typed. */
    record ShopForm(String name, String nameZh, String description, String descriptionZh) {

        static ShopForm of(OwnShopView shop) {
            return shop == null
                    ? new ShopForm(null, null, null, null)
                    : new ShopForm(shop.name(), shop.nameZh(), shop.description(), shop.descriptionZh());
        }

        ShopCommand command(ActingUser actor) {
            ShopCommand command = new ShopCommand(actor, name, nameZh, description, descriptionZh);
            command.check();
            return command;
        }
    }

    @GetMapping(SHOP)
    String shop(CurrentUser user, Model model) {
        OwnShopView shop = own(user.userId());
        return page(shop, ShopForm.of(shop), model);
    }

    /** Applies, applies again, or saves, whatever the state of the shop asks for. */
    @PostMapping(SHOP)
    String save(
            ActingUser actor,
            @ModelAttribute("form") ShopForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        OwnShopView before = own(actor.userId());
        boolean applies = before == null || before.status() == ShopStatus.REJECTED;
        try {
            ShopCommand command = form.command(actor);
            if (applies) {
                ownShops.apply(command);
            } else {
                ownShops.update(command);
            }
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return page(before, form, model);
        }
        Flash.say(request, response, applies ? "shop.applied" : "saved");
        return Redirects.to(SHOP);
    }

    private String page(OwnShopView shop, ShopForm form, Model model) {
        model.addAttribute("shop", shop);
        model.addAttribute("form", form);
        return "merchant/shop";
    }

    private OwnShopView own(long userId) {
        try {
            return ownShops.own(userId);
        } catch (BusinessException e) {
            if (e.error() == ErrorCode.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }
}
