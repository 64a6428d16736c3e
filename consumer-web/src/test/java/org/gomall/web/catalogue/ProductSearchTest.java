package org.gomall.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.gomall.api.product.ProductSort;
import org.junit.jupiter.api.Test;

class ProductSearchTest {

    @Test
    void a_price_that_cannot_be_meant_is_wrong_and_narrows_nothing() {
        for (String wrong : new String[] {"abc", "-5", "1.234", "12 34"}) {
            ProductSearch search = search("mug", wrong, null);
            assertThat(search.isMinPriceWrong()).as(wrong).isTrue();
            assertThat(search.isMaxPriceWrong()).as(wrong).isFalse();
            assertThat(search.query().minPriceCents()).as(wrong).isNull();
            assertThat(search.pageUrl()).as(wrong).doesNotContain("minPrice");
        }
        ProductSearch turned = search("mug", "50", "20");
        assertThat(turned.isMaxPriceWrong()).isTrue();
        assertThat(turned.query().minPriceCents()).isEqualTo(5_000);
        assertThat(turned.query().maxPriceCents()).isNull();
        ProductSearch blank = search("mug", " ", "");
        assertThat(blank.isMinPriceWrong() || blank.isMaxPriceWrong()).isFalse();
    }

    @Test
    void every_filter_can_be_taken_off_by_itself_and_the_rest_stays() {
        ProductSearch search =
                new ProductSearch("/products", " tea & mug ", 7L, null, "10", "99.90", true, ProductSort.PRICE_ASC, 3);

        assertThat(search.filters())
                .extracting(ProductSearch.Filter::name)
                .containsExactly("keyword", "minPrice", "maxPrice", "inStock");
        assertThat(search.filters())
                .extracting(ProductSearch.Filter::urlWithout)
                .containsExactly(
                        "/products?categoryId=7&minPrice=10&maxPrice=99.90&inStock=true&sort=priceAsc",
                        "/products?keyword=tea%20%26%20mug&categoryId=7&maxPrice=99.90&inStock=true&sort=priceAsc",
                        "/products?keyword=tea%20%26%20mug&categoryId=7&minPrice=10&inStock=true&sort=priceAsc",
                        "/products?keyword=tea%20%26%20mug&categoryId=7&minPrice=10&maxPrice=99.90&sort=priceAsc");
        assertThat(search.urlOfAll()).isEqualTo("/products?categoryId=7&sort=priceAsc");
    }

    @Test
    void what_was_typed_is_no_part_of_an_address_but_its_value() {
        ProductSearch search =
                new ProductSearch("/products", "a+b=c?#{x}/中%", null, null, "¥1,000", "￥2,000", false, null, 1);

        assertThat(search.pageUrl())
                .isEqualTo("/products?keyword=a%2Bb%3Dc%3F%23%7Bx%7D%2F%E4%B8%AD%25"
                        + "&minPrice=%C2%A51,000&maxPrice=%EF%BF%A52,000&page=");
    }

    private static ProductSearch search(String keyword, String minPrice, String maxPrice) {
        return new ProductSearch("/products", keyword, null, null, minPrice, maxPrice, false, null, 1);
    }
}
