package org.gomall.product.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.product.ListingView;
import org.gomall.api.product.MerchantProductService;
import org.gomall.api.product.PictureService;
import org.gomall.api.product.ProductDraft;
import org.gomall.api.product.RegisterPictureCommand;
import org.gomall.api.product.SaveProductCommand;
import org.gomall.api.product.SkuDraft;
import org.gomall.platform.test.ProviderTest;
import org.gomall.product.TestRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which pictures a product may show. */
@ProviderTest
class PicturesTest {

    private static final ActingUser ACTOR = new ActingUser(1003, null);

    @Autowired
    @Qualifier("remotePictures")
    private PictureService pictures;

    @Autowired
    @Qualifier("remoteMerchantProducts")
    private MerchantProductService products;

    @Autowired
    private TestRows rows;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void own_uploads_and_drawn_pictures_are_shown_in_the_order_of_the_merchant() {
        long shop = rows.newId();
        String upload = upload(shop);

        ListingView product = create(shop, List.of("/media/uploads/" + upload, "/media/products/100001/2.svg"));

        assertThat(product.images()).containsExactly("/media/uploads/" + upload, "/media/products/100001/2.svg");
    }

    @Test
    void another_shops_upload_is_refused() {
        String foreign = upload(rows.newId());
        assertRefused(List.of("/media/uploads/" + foreign));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/x.png",
                "//evil.example/x.png",
                "javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "/media/uploads/../../etc/passwd",
                "/media/uploads/00000000000000000000000000000000",
                "/media/uploads/00000000000000000000000000000000?x",
                "/media/products/1/1.svg?x=y",
                "/media/products/1/4.svg",
                "/media/products/1/1.svg\n",
                "/logout"
            })
    void anything_else_is_refused(String url) {
        assertRefused(List.of(url));
    }

    @Test
    void a_shop_has_a_limit() {
        long shop = rows.newId();
        for (int i = 0; i < 4; i++) {
            jdbc.sql("""
                            INSERT INTO picture (upload_id, shop_id, width, height, bytes, created_at)
                            SELECT LOWER(MD5(UUID())), ?, 1, 1, 1, UTC_TIMESTAMP(6) FROM information_schema.columns LIMIT 500
                            """).param(shop).update();
        }

        BusinessException refusal = catchThrowableOfType(BusinessException.class, () -> upload(shop));

        assertThat(refusal.error()).isEqualTo(ErrorCode.CONFLICT);
    }

    private void assertRefused(List<String> images) {
        BusinessException refusal = catchThrowableOfType(BusinessException.class, () -> create(rows.newId(), images));
        assertThat(refusal).isNotNull();
        assertThat(refusal.error()).isEqualTo(ErrorCode.VALIDATION);
        assertThat(refusal.details()).containsOnlyKeys("images");
    }

    private ListingView create(long shop, List<String> images) {
        return products.create(new SaveProductCommand(
                ACTOR,
                shop,
                null,
                new ProductDraft(
                        "Bowl",
                        null,
                        "Fired twice.",
                        null,
                        rows.category(null),
                        images,
                        List.of(new SkuDraft(null, Map.of(), 100L, null)))));
    }

    private String upload(long shop) {
        String id = UUID.randomUUID().toString().replace("-", "");
        pictures.register(new RegisterPictureCommand(ACTOR, shop, id, 800, 600, 12_345));
        return id;
    }
}
