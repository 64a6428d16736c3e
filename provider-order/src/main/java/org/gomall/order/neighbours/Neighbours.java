package org.gomall.order.neighbours;

import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.gomall.api.payment.RefundService;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.stock.ReservationRepairService;
import org.gomall.api.stock.StockQueryService;
import org.gomall.api.stock.StockReservationService;
import org.gomall.api.user.AddressService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The services this one calls. Reads are repeated once; writes never, a global transaction undoes them. */
@Configuration
class Neighbours {

    private static final int READ_MS = 500;
    private static final int WRITE_MS = 1000;

    @Bean
    @DubboReference(interfaceClass = CatalogueService.class, timeout = READ_MS, retries = 1, cluster = "failover")
    ReferenceBean<CatalogueService> catalogueService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(interfaceClass = AddressService.class, timeout = READ_MS, retries = 1, cluster = "failover")
    ReferenceBean<AddressService> addressService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(interfaceClass = StockQueryService.class, timeout = READ_MS, retries = 1, cluster = "failover")
    ReferenceBean<StockQueryService> stockQueryService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(interfaceClass = RefundService.class, timeout = WRITE_MS, retries = 0)
    ReferenceBean<RefundService> refundService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(interfaceClass = ReservationRepairService.class, timeout = WRITE_MS, retries = 0)
    ReferenceBean<ReservationRepairService> reservationRepairService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(interfaceClass = StockReservationService.class, timeout = WRITE_MS, retries = 0)
    ReferenceBean<StockReservationService> stockReservationService() {
        return new ReferenceBean<>();
    }
}
