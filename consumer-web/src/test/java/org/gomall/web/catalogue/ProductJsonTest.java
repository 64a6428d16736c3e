package org.gomall.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.envelope.WebJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProductJsonTest {

    @Test
    void is_what_any_record_would_be_the_first_time_and_later() {
        ProductDetail product = product("Mug \"Ink\" \uD83C\uDF75", 3);
        String expected =
                "{\"code\":0,\"msg\":\"ok\",\"data\":{\"productId\":\"100001\",\"name\":\"Mug \\\"Ink\\\" \uD83C\uDF75\",\"nameZh\":\"杯子\","
                        + "\"description\":\"d\",\"descriptionZh\":null,\"images\":[\"/media/products/100001/1.svg\"],"
                        + "\"shop\":{\"shopId\":\"2001\",\"name\":\"Nova\",\"nameZh\":\"新星\"},"
                        + "\"category\":{\"categoryId\":\"3001\",\"name\":\"Home\",\"nameZh\":\"家居\",\"slug\":\"home\"},"
                        + "\"skus\":[{\"skuId\":\"1000011\",\"specs\":{\"Colour\":\"Ink\"},\"priceCents\":990,\"available\":3}],"
                        + "\"rating\":4.5,\"sales\":12,\"createdAt\":\"2026-11-21T00:00:00Z\"},\"traceId\":\"\"}";

        JsonMapper mapper = WebJson.mapper();
        for (int i = 0; i < 3; i++) {
            assertThat(mapper.readTree(mapper.writeValueAsString(Envelope.ok(product))))
                    .isEqualTo(mapper.readTree(expected));
            assertThat(mapper.readTree(mapper.writeValueAsBytes(Envelope.ok(product))))
                    .isEqualTo(mapper.readTree(expected));
        }
    }

    @Test
    void follows_what_has_changed() {
        assertThat(WebJson.mapper().writeValueAsString(product("Mug", 3))).contains("\"available\":3");
        assertThat(WebJson.mapper().writeValueAsString(product("Mug", 2))).contains("\"available\":2");
    }

    private static ProductDetail product(String name, int available) {
        return new ProductDetail(
                100_001,
                name,
                "杯子",
                "d",
                null,
                List.of("/media/products/100001/1.svg"),
                new ProductDetail.Shop(2001, "Nova", "新星"),
                new ProductDetail.Category(3001, "Home", "家居", "home"),
                List.of(new ProductDetail.Sku(1_000_011, Map.of("Colour", "Ink"), 990, available)),
                new BigDecimal("4.5"),
                12,
                Instant.parse("2026-11-21T00:00:00Z"));
    }
}
