package org.gomall.order.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.api.ops.ReconciliationService;
import org.gomall.api.ops.TransactionService;
import org.gomall.api.order.AdminOrderService;
import org.gomall.api.order.CartService;
import org.gomall.api.order.CheckoutService;
import org.gomall.api.order.LeavingOrderService;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderPaymentService;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.RefundDecisionService;
import org.gomall.api.order.RefundRequestService;
import org.gomall.api.order.SalesService;
import org.gomall.platform.test.CellTable;
import org.junit.jupiter.api.Test;

/** Every call of orders tells its cell, or stands in docs/scaling.md among those that are refused. */
class CellTableTest {

    @Test
    void calls_without_a_cell_are_the_documented_ones() throws IOException {
        Set<String> documented = new TreeSet<>();
        Matcher row = Pattern.compile("(?m)^\\| `(\\w+Service\\.\\w+)` \\|")
                .matcher(Files.readString(Path.of("..", "docs", "scaling.md")));
        while (row.find()) {
            documented.add(row.group(1));
        }

        assertThat(CellTable.untold(
                        AdminOrderService.class,
                        CartService.class,
                        CheckoutService.class,
                        LeavingOrderService.class,
                        MerchantOrderService.class,
                        OrderPaymentService.class,
                        OrderService.class,
                        ReconciliationService.class,
                        RefundDecisionService.class,
                        RefundRequestService.class,
                        SalesService.class,
                        TransactionService.class))
                .isEqualTo(documented);
    }
}
