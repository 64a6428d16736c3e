package org.gomall.web.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.product.ListingQuery;
import org.gomall.api.product.MerchantProductService;
import org.gomall.api.product.OwnProductCommand;
import org.gomall.api.product.ProductStatus;
import org.gomall.api.product.SaveProductCommand;
import org.gomall.api.user.MerchantShopService;
import org.gomall.api.user.ShopCommand;
import org.gomall.api.user.ShopService;
import org.gomall.api.user.ShopStatus;
import org.gomall.api.user.ShopView;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SliceTest
class MerchantProductApiTest {

    private static final String PATH = "/api/merchant/products";
    private static final String BODY = """
            {"name":"Bowl","nameZh":"碗","description":"Fired twice","categoryId":"3101","images":[],
             "skus":[{"specs":{"Size":"S","Glaze":"Ash"},"priceCents":9950,"stock":7},{"skuId":"11","specs":{},"priceCents":1}]}""";

    @LocalServerPort
    private int port;

    @Autowired
    private MerchantProductService products;

    @Autowired
    private MerchantShopService ownShops;

    @Autowired
    private ShopService shops;

    @BeforeEach
    void open_a_shop() {
        reset(products, shops, ownShops);
        when(shops.shopOfOwner(1003)).thenReturn(new ShopView(2001, "Nova", null, "d", null, Instant.EPOCH));
    }

    @Test
    void a_product_is_written_for_the_own_shop_by_whoever_is_logged_in() {
        when(products.create(any())).thenReturn(Listings.product(77, ProductStatus.DRAFT));

        Answer answer = merchant().post(PATH, BODY);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.data().get("productId").stringValue()).isEqualTo("77");
        assertThat(answer.data().get("skus").get(0).get("skuId").stringValue()).isEqualTo("11");
        assertThat(answer.data().get("status").stringValue()).isEqualTo("DRAFT");
        ArgumentCaptor<SaveProductCommand> command = ArgumentCaptor.forClass(SaveProductCommand.class);
        verify(products).create(command.capture());
        assertThat(command.getValue().shopId()).isEqualTo(2001);
        assertThat(command.getValue().actor().userId()).isEqualTo(1003);
        assertThat(command.getValue().actor().ip()).isEqualTo("127.0.0.1");
        assertThat(command.getValue().productId()).isNull();
        assertThat(command.getValue().draft().categoryId()).isEqualTo(3101);
        assertThat(command.getValue().draft().skus().get(0).specs().keySet()).containsExactly("Size", "Glaze");
        assertThat(command.getValue().draft().skus().get(1).skuId()).isEqualTo(11);
    }

    @Test
    void nothing_can_be_assigned_that_is_not_the_merchants_to_say() {
        for (String field : List.of("status", "shopId", "productId", "sales", "reason")) {
            Answer answer = merchant().post(PATH, BODY.replaceFirst("\\{", "{\"" + field + "\":\"1\","));
            assertThat(answer.code()).as(field).isEqualTo(40001);
            assertThat(answer.data().get(field).stringValue()).isEqualTo("is not a known field");
        }
        assertThat(merchant().post(PATH, BODY.replace("9950", "99.5")).code()).isEqualTo(40001);
        verifyNoInteractions(products);
    }

    @Test
    void steps_and_lists_name_the_own_shop() {
        when(products.submit(any())).thenReturn(Listings.product(77, ProductStatus.PENDING));
        when(products.unlist(any())).thenThrow(new BusinessException(ErrorCode.ILLEGAL_STATE));
        when(products.get(2001, 78)).thenThrow(BusinessException.notFound("product"));
        when(products.list(any())).thenReturn(new Page<>(List.of(), 1, 20, 0));

        assertThat(merchant()
                        .send("POST", PATH + "/77/submit", null, null)
                        .data()
                        .get("status")
                        .stringValue())
                .isEqualTo("PENDING");
        assertThat(merchant().send("POST", PATH + "/77/unlist", null, null).code())
                .isEqualTo(40901);
        assertThat(merchant().get(PATH + "/78").code()).isEqualTo(40400);
        assertThat(merchant().get(PATH + "/x").code()).isEqualTo(40400);
        assertThat(merchant().get(PATH + "?status=PENDING").status()).isEqualTo(200);
        assertThat(merchant().get(PATH + "?status=SOLD").code()).isEqualTo(40001);
        assertThat(merchant().delete(PATH + "/77").status()).isEqualTo(200);

        ArgumentCaptor<OwnProductCommand> submitted = ArgumentCaptor.forClass(OwnProductCommand.class);
        verify(products).submit(submitted.capture());
        assertThat(submitted.getValue().shopId()).isEqualTo(2001);
        verify(products).list(new ListingQuery(2001L, ProductStatus.PENDING, 1, 20));
    }

    @Test
    void only_merchants_with_an_open_shop_come_here() {
        assertThat(Browser.at(port).get(PATH).code()).isEqualTo(40100);
        assertThat(Browser.at(port).loggedIn("alice").get(PATH).code()).isEqualTo(40300);
        reset(shops);
        when(shops.shopOfOwner(anyLong())).thenThrow(BusinessException.notFound("shop"));
        assertThat(merchant().get(PATH).code()).isEqualTo(40300);
        assertThat(merchant().post(PATH, BODY).code()).isEqualTo(40300);
        verifyNoInteractions(products);
    }

    @Test
    void anybody_who_is_logged_in_may_apply_for_a_shop() {
        when(ownShops.apply(any())).thenReturn(Listings.shop(ShopStatus.PENDING));
        when(ownShops.own(1001)).thenThrow(BusinessException.notFound("shop"));
        Browser alice = Browser.at(port).loggedIn("alice");

        Answer applied = alice.post("/api/merchant/shop", "{\"name\":\"Tea\",\"description\":\"Leaves\"}");

        assertThat(applied.status()).isEqualTo(201);
        assertThat(applied.data().get("shopId").stringValue()).isEqualTo("2001");
        assertThat(applied.data().get("userId").stringValue()).isEqualTo("1003");
        ArgumentCaptor<ShopCommand> command = ArgumentCaptor.forClass(ShopCommand.class);
        verify(ownShops).apply(command.capture());
        assertThat(command.getValue().actor().userId()).isEqualTo(1001);
        assertThat(alice.get("/api/merchant/shop").code()).isEqualTo(40400);
        assertThat(alice.post("/api/merchant/shop", "{\"name\":\"T\",\"description\":\"d\",\"status\":\"APPROVED\"}")
                        .code())
                .isEqualTo(40001);
        assertThat(Browser.at(port).get("/api/merchant/shop").code()).isEqualTo(40100);
    }

    private Browser merchant() {
        return Browser.at(port).loggedIn("nova");
    }
}
