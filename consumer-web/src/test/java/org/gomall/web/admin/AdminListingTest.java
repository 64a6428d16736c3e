package org.gomall.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.product.CategoryAdminService;
import org.gomall.api.product.CategoryEntry;
import org.gomall.api.product.ListingQuery;
import org.gomall.api.product.ProductAuditService;
import org.gomall.api.product.ProductStatus;
import org.gomall.api.product.RejectProductCommand;
import org.gomall.api.product.SaveCategoryCommand;
import org.gomall.api.user.RejectShopCommand;
import org.gomall.api.user.ShopAdminService;
import org.gomall.api.user.ShopQuery;
import org.gomall.api.user.ShopStatus;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.MemorySessions;
import org.gomall.slice.SliceTest;
import org.gomall.web.merchant.Listings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Shops, products and categories in the hands of admins: API and pages. */
@SliceTest
class AdminListingTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final ActingUser ADMIN = new ActingUser(1005, "127.0.0.1");
    private static final CategoryEntry HOME = new CategoryEntry(3001, null, Listings.EVIL, "家", "home", 1, 0);

    @LocalServerPort
    private int port;

    @Autowired
    private ShopAdminService shops;

    @Autowired
    private ProductAuditService products;

    @Autowired
    private CategoryAdminService categories;

    @Autowired
    private MemorySessions sessions;

    private Browser api;
    private Browser browser;

    @BeforeEach
    void log_in() {
        reset(shops, products, categories);
        api = Browser.at(port).loggedIn("admin");
        browser = Browser.at(port).keepingCookies();
        browser.cookie("gomall-token", browser.token("admin"));
        when(shops.list(any())).thenReturn(new Page<>(List.of(Listings.shop(ShopStatus.PENDING)), 1, 20, 1));
        when(products.list(any()))
                .thenReturn(new Page<>(List.of(Listings.summary(77, ProductStatus.PENDING)), 1, 20, 1));
        when(products.get(77)).thenReturn(Listings.product(77, ProductStatus.PENDING));
        when(categories.list()).thenReturn(List.of(HOME));
    }

    @Test
    void an_approved_applicant_has_the_new_rights_from_the_next_request_on() {
        when(shops.approve(ADMIN, 2001)).thenReturn(Listings.shop(ShopStatus.APPROVED));
        long before = sessions.rightsVersion();

        assertThat(api.send("POST", "/api/admin/shops/2001/approve", null, null)
                        .data()
                        .get("status")
                        .stringValue())
                .isEqualTo("APPROVED");

        assertThat(sessions.rightsVersion()).isGreaterThan(before);
    }

    @Test
    void shops_and_products_are_listed_and_rejected_with_a_reason() {
        when(shops.reject(any())).thenReturn(Listings.shop(ShopStatus.REJECTED));
        when(products.reject(any())).thenReturn(Listings.product(77, ProductStatus.REJECTED));

        assertThat(api.get("/api/admin/shops?status=PENDING")
                        .data()
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(api.get("/api/admin/products?status=PENDING")
                        .data()
                        .get("total")
                        .intValue())
                .isEqualTo(1);
        assertThat(api.post("/api/admin/shops/2001/reject", "{\"reason\":\"no\"}")
                        .status())
                .isEqualTo(200);
        assertThat(api.post("/api/admin/products/77/reject", "{\"reason\":\"no\"}")
                        .status())
                .isEqualTo(200);
        assertThat(api.post("/api/admin/products/77/reject", "{\"why\":\"no\"}").code())
                .isEqualTo(40001);

        verify(shops).list(new ShopQuery(ShopStatus.PENDING, 1, 20));
        verify(products).list(new ListingQuery(null, ProductStatus.PENDING, 1, 20));
        verify(shops).reject(new RejectShopCommand(ADMIN, 2001, "no"));
        verify(products).reject(new RejectProductCommand(ADMIN, 77, "no"));
    }

    @Test
    void nobody_else_decides() {
        for (String account : List.of("alice", "nova")) {
            Browser other = Browser.at(port).loggedIn(account);
            assertThat(other.get("/api/admin/shops").code()).isEqualTo(40300);
            assertThat(other.send("POST", "/api/admin/shops/2001/approve", null, null)
                            .code())
                    .isEqualTo(40300);
            assertThat(other.send("POST", "/api/admin/products/77/approve", null, null)
                            .code())
                    .isEqualTo(40300);
            assertThat(other.delete("/api/admin/categories/3001").code()).isEqualTo(40300);
            assertThat(other.get("/admin/products").status()).isEqualTo(403);
        }
        verifyNoInteractions(categories, shops);
    }

    @Test
    void categories_are_added_changed_and_removed() {
        when(categories.create(any())).thenReturn(HOME);
        when(categories.update(any())).thenThrow(BusinessException.notFound("category"));
        doThrow(new BusinessException(ErrorCode.ILLEGAL_STATE)).when(categories).delete(any(), eq(3001L));
        String body = "{\"parentId\":\"3001\",\"name\":\"Lamps\",\"nameZh\":\"灯\",\"slug\":\"lamps\",\"position\":2}";

        assertThat(api.post("/api/admin/categories", body).status()).isEqualTo(201);
        assertThat(api.put("/api/admin/categories/9", body).code()).isEqualTo(40400);
        assertThat(api.delete("/api/admin/categories/3001").code()).isEqualTo(40901);

        verify(categories).create(new SaveCategoryCommand(ADMIN, null, 3001L, "Lamps", "灯", "lamps", 2));
        assertThat(api.get("/api/admin/categories")
                        .data()
                        .get(0)
                        .get("categoryId")
                        .stringValue())
                .isEqualTo("3001");
    }

    @Test
    void pages_lead_from_the_list_to_the_decision() {
        when(products.approve(any(), eq(77L))).thenReturn(Listings.product(77, ProductStatus.APPROVED));
        assertThat(browser.get("/admin/products").body()).contains("/admin/products/77");
        String preview = browser.get("/admin/products/77").body();
        assertThat(preview).contains("¥99.50", "/media/products/77/1.svg", "/admin/products/77/reject");

        Answer approved = browser.form("/admin/products/77/approve", "_csrf=" + csrf(preview));
        assertThat(approved.status()).isEqualTo(302);
        verify(products).approve(ADMIN, 77);

        when(products.reject(any())).thenThrow(new BusinessException(ErrorCode.ILLEGAL_STATE));
        Answer late = browser.form("/admin/products/77/reject", "reason=because&_csrf=" + csrf(preview));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("the state has changed meanwhile", "because");

        when(shops.approve(any(), eq(2001L))).thenReturn(Listings.shop(ShopStatus.APPROVED));
        String waiting = browser.get("/admin/shops").body();
        assertThat(browser.form("/admin/shops/2001/approve", "_csrf=" + csrf(waiting))
                        .status())
                .isEqualTo(302);
        browser.form("/admin/shops/2001/reject", "reason=no&_csrf=" + csrf(waiting));
        verify(shops).reject(new RejectShopCommand(ADMIN, 2001, "no"));
    }

    @Test
    void nothing_is_rejected_without_a_reason() {
        assertThat(api.post("/api/admin/products/77/reject", "{\"reason\":\" \"}")
                        .code())
                .isEqualTo(40001);
        assertThat(api.post("/api/admin/shops/2001/reject", "{}").code()).isEqualTo(40001);
        String preview = browser.get("/admin/products/77").body();
        Answer product = browser.form("/admin/products/77/reject", "reason=+&_csrf=" + csrf(preview));
        assertThat(product.status()).isEqualTo(400);
        assertThat(product.body()).contains("id=\"reason-wrong\"");
        Answer shop = browser.form("/admin/shops/2001/reject", "reason=&_csrf=" + csrf(preview));
        assertThat(shop.status()).isEqualTo(400);
        assertThat(shop.body()).contains("id=\"reason2001-wrong\"", "<details class=\"behind\" open=\"open\">");
        verify(products, never()).reject(any());
        verify(shops, never()).reject(any());
    }

    @Test
    void when_all_is_decided_the_pages_say_so_and_lead_on() {
        when(shops.list(any())).thenReturn(new Page<>(List.of(), 1, 20, 0));
        when(products.list(any())).thenReturn(new Page<>(List.of(), 1, 20, 0));

        assertThat(browser.get("/admin/shops").body()).contains("No shop is waiting", "/admin/shops?status=ALL");
        assertThat(browser.get("/admin/products").body()).contains("No product is waiting", "Show all products");
        assertThat(browser.get("/admin/products?status=REJECTED").body())
                .contains("Nothing is in this state")
                .doesNotContain("No product is waiting");
    }

    @Test
    void the_category_form_keeps_what_was_typed() {
        String form = browser.get("/admin/categories").body();
        Answer refused = browser.form(
                "/admin/categories", "name=Lamps&nameZh=&slug=Not+a+slug&position=x&parentId=3001&_csrf=" + csrf(form));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains("value=\"Lamps\"", "id=\"nameZh-wrong\"", "id=\"slug-wrong\"", "id=\"position-wrong\"");
        Answer added = browser.form(
                "/admin/categories", "name=Lamps&nameZh=L&slug=lamps&position=3&parentId=3001&_csrf=" + csrf(form));
        assertThat(added.status()).isEqualTo(302);
        verify(categories).create(new SaveCategoryCommand(ADMIN, null, 3001L, "Lamps", "L", "lamps", 3));
        assertThat(browser.get("/admin/categories/3001").status()).isEqualTo(200);
        assertThat(browser.get("/admin/categories/404").status()).isEqualTo(404);
        String question = browser.get("/admin/categories/3001/delete").body();
        assertThat(browser.form("/admin/categories/3001/delete", "_csrf=" + csrf(question))
                        .status())
                .isEqualTo(302);
        verify(categories).delete(ADMIN, 3001);
    }

    @Test
    void only_what_can_be_deleted_is_offered_for_it() {
        CategoryEntry lamps = new CategoryEntry(3101, 3001L, "Lamps", "灯", "lamps", 2, 0);
        CategoryEntry sold = new CategoryEntry(3102, 3001L, "Rugs", "毯", "rugs", 3, 7);
        when(categories.list()).thenReturn(List.of(HOME, lamps, sold));

        assertThat(browser.get("/admin/categories").body())
                .contains("/admin/categories/3101/delete")
                .doesNotContain("/admin/categories/3001/delete", "/admin/categories/3102/delete");
    }

    @Test
    void nothing_that_somebody_wrote_is_taken_for_html() {
        for (String path : List.of(
                "/admin/shops",
                "/admin/products",
                "/admin/products/77",
                "/admin/categories",
                "/admin/categories/3001",
                "/admin/categories/3001/delete")) {
            Answer page = browser.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains("&lt;script&gt;").doesNotContain("<script>alert", "<img src=x");
        }
    }

    private static String csrf(String page) {
        Matcher matcher = CSRF.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
