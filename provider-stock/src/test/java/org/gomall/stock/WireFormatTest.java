package org.gomall.stock;

import org.gomall.api.order.OrderRefunded;
import org.gomall.api.product.SkuAdded;
import org.gomall.api.stock.ReservationRepairService;
import org.gomall.api.stock.SkuStockChanged;
import org.gomall.api.stock.StockAdjustmentService;
import org.gomall.api.stock.StockQueryService;
import org.gomall.api.stock.StockReservationService;
import org.gomall.platform.test.WireFormat;
import org.junit.jupiter.api.Test;

class WireFormatTest {

    @Test
    void everything_the_stock_services_take_and_give_survives_the_wire() {
        WireFormat.assertService(
                StockReservationService.class,
                ReservationRepairService.class,
                StockQueryService.class,
                StockAdjustmentService.class);
        WireFormat.assertRoundTrips(SkuStockChanged.class, SkuAdded.class, OrderRefunded.class);
    }
}
