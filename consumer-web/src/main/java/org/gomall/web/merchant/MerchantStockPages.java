package org.gomall.web.merchant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Check;
import org.gomall.api.stock.AdjustStockCommand;
import org.gomall.api.stock.StockAdjustmentService;
import org.gomall.web.page.Flash;
import org.gomall.web.page.FormKeys;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The stock of the merchant's own shop: all SKUs, and one with its ledger and the form that changes it. */
@Controller
class MerchantStockPages {

    private static final String PATH = "/merchant/stock";
    private static final int SIZE = 50;
    private static final int ENTRIES = 20;
    private static final int LONGEST_KEYWORD = 100;

    private final ShopStock stock;
    private final StockAdjustmentService adjustments;
    private final OwnSkus skus;
    private final OwnShop shops;

    MerchantStockPages(ShopStock stock, StockAdjustmentService adjustments, OwnSkus skus, OwnShop shops) {
        this.stock = stock;
        this.adjustments = adjustments;
        this.skus = skus;
        this.shops = shops;
    }

    @GetMapping(PATH)
    String list(
            CurrentUser user,
            @RequestParam(defaultValue = "") String keyword,
            @RequestParam(defaultValue = "false") boolean low,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Check.fields()
                .optionalText(keyword, LONGEST_KEYWORD, "keyword")
                .paging(page, SIZE)
                .orRefuse();
        long shopId = shops.of(user.userId()).shopId();
        model.addAttribute(
                "lines",
                keyword.isBlank() && !low
                        ? stock.page(shopId, page, SIZE)
                        : stock.page(shopId, keyword, low, page, SIZE));
        model.addAttribute("keyword", keyword);
        model.addAttribute("low", low);
        model.addAttribute("most", ShopStock.MOST);
        return "merchant/stock";
    }

    @GetMapping(PATH + "/{skuId}")
    String detail(CurrentUser user, @PathVariable long skuId, @RequestParam(defaultValue = "1") int page, Model model) {
        return page(shops.of(user.userId()).shopId(), skuId, page, "", "", FormKeys.next(), model);
    }

    @PostMapping(PATH + "/{skuId}")
    String adjust(
            CurrentUser user,
            ActingUser actor,
            @PathVariable long skuId,
            @RequestParam(defaultValue = "") String delta,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam String key,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        long shopId = shops.of(user.userId()).shopId();
        skus.of(shopId, skuId);
        try {
            AdjustStockCommand command = new AdjustStockCommand(skuId, pieces(delta), reason.strip(), key, actor);
            command.check();
            adjustments.adjust(command);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return page(shopId, skuId, 1, delta, reason, FormKeys.after(e, key), model);
        }
        Flash.say(request, response, "stock.changed");
        return Redirects.to(PATH + "/" + skuId);
    }

    private String page(long shopId, long skuId, int page, String delta, String reason, String key, Model model) {
        model.addAttribute("sku", skus.of(shopId, skuId));
        model.addAttribute("level", skus.level(skuId));
        model.addAttribute("ledger", adjustments.ledger(skuId, page, ENTRIES));
        model.addAttribute("delta", delta);
        model.addAttribute("reason", reason);
        model.addAttribute("key", key);
        return "merchant/sku-stock";
    }

    /** 0, which is refused, for what is no whole number. */
    private static int pieces(String delta) {
        String digits = delta.strip().replace('\u2212', '-');
        return digits.matches("[+-]?\\d{1,8}") ? Integer.parseInt(digits) : 0;
    }
}
