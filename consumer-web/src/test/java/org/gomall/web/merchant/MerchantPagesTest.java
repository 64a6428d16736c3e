package org.gomall.web.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.RefundDecisionService;
import org.gomall.api.order.SalesService;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.CategoryView;
import org.gomall.api.product.MerchantProductService;
import org.gomall.api.product.PictureService;
import org.gomall.api.product.ProductDraft;
import org.gomall.api.product.ProductStatus;
import org.gomall.api.product.SaveProductCommand;
import org.gomall.api.user.MerchantShopService;
import org.gomall.api.user.ShopService;
import org.gomall.api.user.ShopStatus;
import org.gomall.api.user.ShopView;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.SliceTest;
import org.gomall.web.catalogue.CatalogueReader;
import org.gomall.web.upload.TestPictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of merchants, as a browser without scripts sees them. */
@SliceTest
class MerchantPagesTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private MerchantProductService products;

    @Autowired
    private MerchantShopService ownShops;

    @Autowired
    private ShopService shops;

    @Autowired
    private PictureService pictures;

    @Autowired
    private CatalogueService catalogue;

    @Autowired
    private MerchantOrderService orders;

    @Autowired
    private RefundDecisionService refunds;

    @Autowired
    private SalesService sales;

    @Autowired
    private CatalogueReader reader;

    private Browser browser;

    @BeforeEach
    void open_a_shop() {
        reset(products, shops, ownShops, pictures, catalogue, orders, refunds, sales);
        when(orders.list(any())).thenReturn(new Page<>(List.of(), 1, 1, 0));
        when(refunds.list(any())).thenReturn(new Page<>(List.of(), 1, 1, 0));
        when(sales.sales(any())).thenThrow(new BusinessException(ErrorCode.UNAVAILABLE));
        reader.forgetAll();
        when(shops.shopOfOwner(1003)).thenReturn(new ShopView(2001, Listings.EVIL, null, "d", null, Instant.EPOCH));
        when(catalogue.categories())
                .thenReturn(List.of(new CategoryView(
                        3001, "Home", "家", "home", List.of(new CategoryView(3101, "Lamps", "灯", "lamps", List.of())))));
        browser = Browser.at(port).keepingCookies();
        logIn("nova");
    }

    @Test
    void a_form_makes_a_product_with_exact_prices_and_an_uploaded_picture() {
        when(products.create(any())).thenReturn(Listings.product(77, ProductStatus.DRAFT));
        String form = browser.get("/merchant/products/new").body();
        assertThat(form).contains("enctype=\"multipart/form-data\"", "Home / Lamps");

        Answer saved = browser.upload(
                "/merchant/products/new",
                "bowl.png",
                TestPictures.drawn("png", 40, 40),
                fields(form, "Bowl", "S", "Ash", "1,234.56", "7"));

        assertThat(saved.status()).as(saved.body()).isEqualTo(302);
        assertThat(saved.header("Location")).endsWith("/merchant/products/77");
        ProductDraft draft = created();
        assertThat(draft.skus()).hasSize(1);
        assertThat(draft.skus().get(0).priceCents()).isEqualTo(123_456);
        assertThat(draft.skus().get(0).stock()).isEqualTo(7);
        assertThat(draft.skus().get(0).specs()).isEqualTo(Map.of("Size", "S", "Glaze", "Ash"));
        assertThat(draft.images()).singleElement().asString().matches("/media/uploads/[0-9a-f]{32}");
        verify(pictures).register(any());
    }

    @Test
    void long_chinese_texts_fit() {
        when(products.create(any())).thenReturn(Listings.product(77, ProductStatus.DRAFT));
        String form = browser.get("/merchant/products/new").body();

        Answer saved = browser.upload(
                "/merchant/products/new",
                null,
                null,
                "_csrf",
                find(CSRF, form),
                "name",
                "Bowl",
                "nameZh",
                "碗",
                "description",
                "碗".repeat(5000),
                "descriptionZh",
                "碗".repeat(5000),
                "categoryId",
                "3101",
                "skuId",
                "",
                "skuPrice",
                "1",
                "skuStock",
                "");

        assertThat(saved.status()).isEqualTo(302);
        assertThat(created().descriptionZh()).hasSize(5000);
    }

    @Test
    void what_was_typed_is_kept_and_the_wrong_rows_are_named() {
        String form = browser.get("/merchant/products/new").body();

        Answer refused = browser.upload(
                "/merchant/products/new", null, null, fields(form, "", "S", "Ash", "12.345", "many", ""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "value=\"Ash\"",
                        "value=\"Size\"",
                        "value=\"12.345\"",
                        "value=\"many\"",
                        "id=\"name-wrong\"",
                        "id=\"specs-wrong0\"",
                        "id=\"price-wrong0\"",
                        "id=\"stock-wrong0\"")
                .doesNotContain("id=\"specs-wrong1\"");
        verify(products, never()).create(any());
    }

    @Test
    void a_file_that_is_no_picture_is_refused_on_the_form() {
        String form = browser.get("/merchant/products/new").body();

        Answer refused = browser.upload(
                "/merchant/products/new",
                "x.png",
                TestPictures.drawn("png", 40, 40),
                "_csrf",
                find(CSRF, form),
                "name",
                "Kept",
                "description",
                "d",
                "categoryId",
                "3101",
                "skuId",
                "",
                "skuPrice",
                "",
                "skuStock",
                "");
        assertThat(refused.body()).contains("A product has 1 to 50 variants.", "value=\"Kept\"");

        Answer svg = browser.upload(
                "/merchant/products/new", "x.png", "<svg/>".getBytes(), fields(form, "Kept", "", "", "1", ""));
        assertThat(svg.status()).isEqualTo(415);
        assertThat(svg.body()).contains("This format is not supported.", "value=\"Kept\"");
        verify(products, never()).create(any());
    }

    @Test
    void fifty_variants_with_several_pictures_fit_into_one_form() {
        when(products.create(any())).thenReturn(Listings.product(77, ProductStatus.DRAFT));
        String form = browser.get("/merchant/products/new").body();
        assertThat(form).contains("type=\"file\" multiple");
        List<String> fields = new ArrayList<>(List.of("_csrf", find(CSRF, form), "name", "Bowl", "description", "d"));
        fields.addAll(List.of("categoryId", "3101", "specName", "Size", "specName", "Glaze"));
        for (int i = 0; i < 50; i++) {
            fields.addAll(List.of("skuId", "", "skuSpec", "S" + i, "skuSpec", "Ash", "skuPrice", "1", "skuStock", "1"));
        }

        Answer saved = browser.uploadAll(
                "/merchant/products/new",
                List.of(TestPictures.drawn("png", 40, 40), TestPictures.drawn("png", 50, 50)),
                fields.toArray(String[]::new));

        assertThat(saved.status()).as(saved.body()).isEqualTo(302);
        ProductDraft draft = created();
        assertThat(draft.skus()).hasSize(50);
        assertThat(draft.skus().get(49).specs()).isEqualTo(Map.of("Size", "S49", "Glaze", "Ash"));
        assertThat(draft.images()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void a_preview_saves_nothing_and_keeps_the_picture_that_was_chosen() {
        String form = browser.get("/merchant/products/new").body();

        Answer preview = browser.upload(
                "/merchant/products/new",
                "bowl.png",
                TestPictures.drawn("png", 40, 40),
                with(fields(form, "Deep Bowl", "S", "Ash", "12.50", "3"), "then", "preview"));

        assertThat(preview.status()).isEqualTo(200);
        String seen = preview.body().substring(preview.body().indexOf("id=\"preview\""));
        assertThat(seen).contains("Deep Bowl", "¥12.50", "Glaze", ">Ash<", "/media/uploads/", "Fired twice");
        assertThat(preview.body()).contains("name=\"images\" checked value=\"/media/uploads/", "value=\"Deep Bowl\"");
        verify(products, never()).create(any());
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        Answer refused = browser.upload("/merchant/products/new", null, null, "name", "Bowl");
        assertThat(refused.status()).isEqualTo(403);
        verify(products, never()).create(any());
    }

    @Test
    void variants_are_changed_and_withdrawn_and_rows_added() {
        when(products.get(2001, 77)).thenReturn(Listings.product(77, ProductStatus.APPROVED));
        when(products.update(any())).thenReturn(Listings.product(77, ProductStatus.PENDING));
        String form = browser.get("/merchant/products/77").body();
        assertThat(form).contains("value=\"99.50\"", "name=\"skuDrop\"", "value=\"11\"");

        Answer more = browser.upload(
                "/merchant/products/77", null, null, with(fields(form, "Bowl", "S", "", "5", "1"), "then", "rows"));
        assertThat(more.status()).isEqualTo(200);
        assertThat(more.body().split("name=\"skuPrice\"")).hasSize(5);
        assertThat(more.body().split("name=\"specName\""))
                .as("one more property")
                .hasSize(4);

        Answer saved = browser.upload(
                "/merchant/products/77",
                null,
                null,
                with(
                        fields(form, "Bowl", "S", "", "5", "1"),
                        "skuId",
                        "11",
                        "skuSpec",
                        "M",
                        "skuSpec",
                        "",
                        "skuPrice",
                        "6",
                        "skuStock",
                        "",
                        "skuDrop",
                        "11"));

        assertThat(saved.status()).isEqualTo(302);
        ArgumentCaptor<SaveProductCommand> command = ArgumentCaptor.forClass(SaveProductCommand.class);
        verify(products).update(command.capture());
        assertThat(command.getValue().draft().skus()).singleElement().satisfies(sku -> {
            assertThat(sku.skuId()).isNull();
            assertThat(sku.priceCents()).isEqualTo(500);
        });
        assertThat(browser.get("/merchant/products/77").body()).contains("Submitted for review.");
    }

    @ParameterizedTest
    @EnumSource(ProductStatus.class)
    void nothing_that_somebody_wrote_is_taken_for_html(ProductStatus status) {
        when(products.get(2001, 77)).thenReturn(Listings.product(77, status));
        when(products.list(any())).thenReturn(new Page<>(List.of(Listings.summary(77, status)), 1, 20, 1));
        when(products.counts(2001)).thenReturn(Map.of(status, 1L));
        when(ownShops.own(1003)).thenReturn(Listings.shop(ShopStatus.REJECTED));
        when(catalogue.skusOfShop(anyLong(), anyInt(), anyInt())).thenReturn(new Page<>(List.of(), 1, 100, 0));
        for (String path : List.of(
                "/merchant",
                "/merchant/shop",
                "/merchant/products",
                "/merchant/products/77",
                "/merchant/products/77/unlist",
                "/merchant/products/77/delete")) {
            Answer page = browser.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains("&lt;script&gt;").doesNotContain("<script>alert", "<img src=x");
        }
    }

    @Test
    void a_reason_is_shown_and_what_is_looked_at_cannot_be_changed() {
        when(products.get(2001, 77)).thenReturn(Listings.product(77, ProductStatus.REJECTED));
        assertThat(browser.get("/merchant/products/77").body())
                .contains("Rejected: Why:", "<p class=\"small\">&lt;script&gt;", "/merchant/products/77/delete")
                .contains("Save and submit for review");
        when(products.get(2001, 77)).thenReturn(Listings.product(77, ProductStatus.PENDING));
        assertThat(browser.get("/merchant/products/77").body())
                .contains("Until we have decided it cannot be changed")
                .contains("<img class=\"picture\" src=\"/media/products/77/1.svg\"")
                .doesNotContain("enctype", "submit for review", "id=\"next\"");
    }

    @Test
    void what_is_submitted_is_what_the_form_shows() {
        when(products.get(2001, 77)).thenReturn(Listings.product(77, ProductStatus.REJECTED));
        when(products.update(any())).thenReturn(Listings.product(77, ProductStatus.REJECTED));
        when(products.submit(any())).thenReturn(Listings.product(77, ProductStatus.PENDING));
        String form = browser.get("/merchant/products/77").body();
        assertThat(form.split("type=\"submit\" name=\"then\" value=\"submit\""))
                .as("one way to submit, and it is a button of the form")
                .hasSize(2);
        assertThat(form).contains("just as this form shows it").doesNotContain("/merchant/products/77/submit");

        Answer submitted = browser.upload(
                "/merchant/products/77", null, null, with(fields(form, "Plate", "S", "", "6", "1"), "then", "submit"));

        assertThat(submitted.status()).isEqualTo(302);
        ArgumentCaptor<SaveProductCommand> command = ArgumentCaptor.forClass(SaveProductCommand.class);
        InOrder order = inOrder(products);
        order.verify(products).update(command.capture());
        order.verify(products).submit(any());
        assertThat(command.getValue().draft().name()).isEqualTo("Plate");
        assertThat(command.getValue().draft().skus()).singleElement().satisfies(sku -> assertThat(sku.priceCents())
                .isEqualTo(600));
    }

    @Test
    void a_form_has_room_for_another_variant_and_for_no_property_that_nobody_named() {
        when(products.get(2001, 77)).thenReturn(Listings.product(77, ProductStatus.DRAFT));
        String page = browser.get("/merchant/products/77").body();

        assertThat(page.split("name=\"skuPrice\"")).hasSize(3);
        assertThat(page.split("name=\"specName\"")).hasSize(2);
        String blank = browser.get("/merchant/products/new").body();
        assertThat(blank.split("name=\"skuPrice\"")).hasSize(4);
        assertThat(blank.split("name=\"specName\"")).hasSize(3);
    }

    @Test
    void a_step_that_is_too_late_says_so() {
        when(products.get(2001, 77)).thenReturn(Listings.product(77, ProductStatus.UNLISTED));
        when(products.unlist(any())).thenThrow(new BusinessException(ErrorCode.ILLEGAL_STATE));
        when(products.update(any())).thenReturn(Listings.product(77, ProductStatus.UNLISTED));
        when(products.submit(any())).thenThrow(new BusinessException(ErrorCode.ILLEGAL_STATE));
        String question = browser.get("/merchant/products/77/unlist").body();
        String form = browser.get("/merchant/products/77").body();
        for (Answer late : List.of(
                browser.form("/merchant/products/77/unlist", "_csrf=" + find(CSRF, question)),
                browser.upload(
                        "/merchant/products/77",
                        null,
                        null,
                        with(fields(form, "Plate", "S", "", "6", "1"), "then", "submit")))) {
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.body()).contains("the state has changed meanwhile");
        }
    }

    @Test
    void anybody_may_open_a_shop_and_sees_the_answer() {
        browser = Browser.at(port).keepingCookies();
        logIn("alice");
        when(ownShops.own(1001)).thenThrow(BusinessException.notFound("shop"));
        String form = browser.get("/merchant/shop").body();
        assertThat(form).contains("Open a shop", "Apply");
        assertThat(browser.get("/account/addresses").body()).contains("href=\"/merchant/shop\"");

        Answer refused = browser.form("/merchant/shop", "name=&description=d&_csrf=" + find(CSRF, form));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("id=\"name-wrong\"");
        Answer applied = browser.form("/merchant/shop", "name=Tea&description=Leaves&_csrf=" + find(CSRF, form));
        assertThat(applied.status()).isEqualTo(302);
        verify(ownShops).apply(any());
        assertThat(browser.get("/merchant/products").status()).isEqualTo(403);
    }

    @Test
    void a_merchant_without_an_open_shop_is_kept_out() {
        reset(shops);
        when(shops.shopOfOwner(anyLong())).thenThrow(BusinessException.notFound("shop"));
        for (String path : List.of("/merchant", "/merchant/products", "/merchant/products/new")) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(403);
        }
    }

    private ProductDraft created() {
        ArgumentCaptor<SaveProductCommand> command = ArgumentCaptor.forClass(SaveProductCommand.class);
        verify(products).create(command.capture());
        assertThat(command.getValue().shopId()).isEqualTo(2001);
        return command.getValue().draft();
    }

    private void logIn(String account) {
        browser.cookie("gomall-token", browser.token(account));
    }

    private static String[] fields(String form, String name, String size, String glaze, String price, String stock) {
        return fields(form, name, size, glaze, price, stock, "Glaze");
    }

    private static String[] fields(
            String form, String name, String size, String glaze, String price, String stock, String secondProperty) {
        return new String[] {
            "_csrf",
            find(CSRF, form),
            "name",
            name,
            "nameZh",
            "",
            "description",
            "Fired twice",
            "descriptionZh",
            "",
            "categoryId",
            "3101",
            "specName",
            "Size",
            "specName",
            secondProperty,
            "skuId",
            "",
            "skuSpec",
            size,
            "skuSpec",
            glaze,
            "skuPrice",
            price,
            "skuStock",
            stock,
            "skuId",
            "",
            "skuSpec",
            "",
            "skuSpec",
            "",
            "skuPrice",
            "",
            "skuStock",
            ""
        };
    }

    private static String[] with(String[] fields, String... more) {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }

    private static String find(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
