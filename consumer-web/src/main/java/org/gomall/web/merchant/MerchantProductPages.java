package org.gomall.web.merchant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.product.ListingQuery;
import org.gomall.api.product.ListingView;
import org.gomall.api.product.MerchantProductService;
import org.gomall.api.product.OwnProductCommand;
import org.gomall.api.product.ProductStatus;
import org.gomall.api.product.SaveProductCommand;
import org.gomall.api.user.ShopView;
import org.gomall.web.catalogue.CatalogueReader;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.page.Tab;
import org.gomall.web.session.CurrentUser;
import org.gomall.web.upload.Uploads;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The products of the merchant's own shop: list, form, and the steps from a draft to the shelf and down again. */
@Controller
class MerchantProductPages {

    private static final String LIST = "/merchant/products";
    private static final int SIZE = 20;

    /** What the form is sent for when nothing shall be saved: more rows, or a look at it. */
    private static final Set<String> LOOKS = Set.of("rows", "preview");

    private static final List<ProductStatus> TABS = List.of(ProductStatus.values());

    private final MerchantProductService products;
    private final OwnShop shops;
    private final Uploads uploads;
    private final CatalogueReader catalogue;

    MerchantProductPages(MerchantProductService products, OwnShop shops, Uploads uploads, CatalogueReader catalogue) {
        this.products = products;
        this.shops = shops;
        this.uploads = uploads;
        this.catalogue = catalogue;
    }

    @GetMapping(LIST)
    String list(
            CurrentUser user,
            @RequestParam(required = false) String status,
            @RequestParam(defaultValue = "") String keyword,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        ProductStatus tab = Tab.named(ProductStatus.class, status);
        ShopView shop = shops.of(user.userId());
        ListingQuery query = new ListingQuery(shop.shopId(), tab, keyword, page, SIZE);
        query.check();
        model.addAttribute("shop", shop);
        model.addAttribute("products", products.list(query));
        model.addAttribute("keyword", keyword);
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", TABS);
        return "merchant/products";
    }

    @GetMapping(LIST + "/new")
    String blank(CurrentUser user, Model model) {
        shops.of(user.userId());
        return form(null, ProductForm.blank(), model);
    }

    @PostMapping(LIST + "/new")
    String create(
            ActingUser actor,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(name = "file", required = false) List<MultipartFile> files,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return save(actor, null, then, files, model, request, response);
    }

    @GetMapping(LIST + "/{productId}")
    String edit(CurrentUser user, @PathVariable long productId, Model model) {
        ListingView product = products.get(shops.idOf(user.userId()), productId);
        return form(product, ProductForm.of(product), model);
    }

    @PostMapping(LIST + "/{productId}")
    String update(
            ActingUser actor,
            @PathVariable long productId,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(name = "file", required = false) List<MultipartFile> files,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ListingView product = products.get(shops.idOf(actor.userId()), productId);
        return save(actor, product, then, files, model, request, response);
    }

    @GetMapping(LIST + "/{productId}/{step:unlist|delete}")
    String ask(CurrentUser user, @PathVariable long productId, @PathVariable String step, Model model) {
        return question(shops.idOf(user.userId()), productId, step, model);
    }

    @PostMapping(LIST + "/{productId}/{step:unlist|delete}")
    String take(
            ActingUser actor,
            @PathVariable long productId,
            @PathVariable String step,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        OwnProductCommand command = command(actor, productId);
        boolean delete = step.equals("delete");
        try {
            if (delete) {
                products.delete(command);
            } else {
                products.unlist(command);
            }
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return question(command.shopId(), productId, step, model);
        }
        catalogue.forgetProduct(productId);
        return delete
                ? done("product.deleted", LIST, request, response)
                : done("product.unlisted", LIST + "/" + productId, request, response);
    }

    private String save(
            ActingUser actor,
            ListingView before,
            String then,
            List<MultipartFile> files,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        long shopId = shops.idOf(actor.userId());
        ProductForm form = ProductForm.of(request);
        ListingView saved;
        try {
            // A browser does not keep files that were chosen, so they are taken in whatever the form is sent for.
            for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
                if (!file.isEmpty()) {
                    form = form.withImage(uploads.take(actor, shopId, file).url());
                }
            }
            if (LOOKS.contains(then)) {
                return form(before, form.withRoom(then.equals("rows")), model);
            }
            saved = before == null
                    ? products.create(new SaveProductCommand(actor, shopId, null, form.draft()))
                    : products.update(new SaveProductCommand(actor, shopId, before.productId(), form.draft()));
            catalogue.forgetProduct(saved.productId());
            if (then.equals("submit") && saved.status() != ProductStatus.PENDING) {
                saved = products.submit(new OwnProductCommand(actor, shopId, saved.productId()));
            }
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return form(before, form, model);
        }
        boolean waits = saved.status() == ProductStatus.PENDING;
        return done(waits ? "product.submitted" : "saved", LIST + "/" + saved.productId(), request, response);
    }

    private String form(ListingView product, ProductForm form, Model model) {
        model.addAttribute("product", product);
        model.addAttribute("form", form);
        model.addAttribute("categories", catalogue.categories());
        return "merchant/product";
    }

    private String question(long shopId, long productId, String step, Model model) {
        model.addAttribute("product", products.get(shopId, productId));
        model.addAttribute("step", step);
        return "merchant/product-ask";
    }

    private OwnProductCommand command(ActingUser actor, long productId) {
        return new OwnProductCommand(actor, shops.idOf(actor.userId()), productId);
    }

    private static String done(String said, String path, HttpServletRequest request, HttpServletResponse response) {
        Flash.say(request, response, said);
        return Redirects.to(path);
    }
}
