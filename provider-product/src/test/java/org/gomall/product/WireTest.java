package org.gomall.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.CategoryAdminService;
import org.gomall.api.product.MerchantProductService;
import org.gomall.api.product.PictureService;
import org.gomall.api.product.ProductAuditService;
import org.gomall.api.product.SkuView;
import org.gomall.platform.test.WireFormat;
import org.junit.jupiter.api.Test;

class WireTest {

    @Test
    void everything_the_services_take_and_give_survives_the_wire() {
        WireFormat.assertService(
                CatalogueService.class,
                MerchantProductService.class,
                ProductAuditService.class,
                CategoryAdminService.class,
                PictureService.class);
    }

    @Test
    void specs_keep_their_order_on_the_wire() {
        Map<String, String> specs = new LinkedHashMap<>();
        specs.put("Size", "M");
        specs.put("Colour", "Sand");
        specs.put("Age", "3+");
        assertThat(WireFormat.roundTrip(new SkuView(1, specs, 100)).specs().keySet())
                .containsExactly("Size", "Colour", "Age");
    }
}
