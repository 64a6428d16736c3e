package org.gomall.slice;

import static org.mockito.Mockito.mock;

import com.alibaba.nacos.api.naming.NamingService;
import java.time.Clock;
import org.gomall.api.ops.DeadLetterService;
import org.gomall.api.ops.ReconciliationService;
import org.gomall.api.ops.TransactionService;
import org.gomall.api.order.AdminOrderService;
import org.gomall.api.order.CartService;
import org.gomall.api.order.CheckoutService;
import org.gomall.api.order.LeavingOrderService;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.RefundDecisionService;
import org.gomall.api.order.RefundRequestService;
import org.gomall.api.order.SalesService;
import org.gomall.api.payment.CardService;
import org.gomall.api.payment.ChannelCallbackService;
import org.gomall.api.payment.PaymentRecordService;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.WalletService;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.CategoryAdminService;
import org.gomall.api.product.MerchantProductService;
import org.gomall.api.product.PictureService;
import org.gomall.api.product.ProductAuditService;
import org.gomall.api.stock.StockAdjustmentService;
import org.gomall.api.stock.StockQueryService;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.LeavingService;
import org.gomall.api.user.MerchantShopService;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.ShopAdminService;
import org.gomall.api.user.ShopService;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.platform.tracing.TracingAutoConfiguration;
import org.gomall.web.WebApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The web with a real Tomcat and nothing behind it: the providers, the session store and Nacos are objects in memory. For
 * tests of the border itself.
 */
@SpringBootConfiguration
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    TracingAutoConfiguration.class
})
@ComponentScan(
        basePackages = "org.gomall.web",
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = WebApplication.class),
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern = {".*\\.RemoteServices", ".*\\.RedisSessions", ".*Test(\\$.*)?"})
        })
public class WebSlice {

    @Bean
    ProbePages probePages() {
        return new ProbePages();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Documents documents() {
        return new Documents();
    }

    @Bean
    Settings settings() {
        return new Settings();
    }

    @Bean
    MemorySessions sessionStore() {
        return new MemorySessions();
    }

    @Bean
    Accounts accountService() {
        return new Accounts();
    }

    @Bean
    AddressService addresses() {
        return mock();
    }

    @Bean
    ShopService shops() {
        return mock();
    }

    @Bean
    CatalogueService catalogue() {
        return mock();
    }

    @Bean
    StockQueryService stock() {
        return mock();
    }

    @Bean
    CartService carts() {
        return mock();
    }

    @Bean
    CheckoutService checkout() {
        return mock();
    }

    @Bean
    OrderService orders() {
        return mock();
    }

    @Bean
    MerchantOrderService merchantOrders() {
        return mock();
    }

    @Bean
    AdminOrderService adminOrders() {
        return mock();
    }

    @Bean
    RefundRequestService refundRequests() {
        return mock();
    }

    @Bean
    RefundDecisionService refundDecisions() {
        return mock();
    }

    @Bean
    SalesService sales() {
        return mock();
    }

    @Bean
    StockAdjustmentService stockAdjustments() {
        return mock();
    }

    @Bean
    PaymentService payments() {
        return mock();
    }

    @Bean
    WalletService wallets() {
        return mock();
    }

    @Bean
    UserDirectoryService userDirectory() {
        return mock();
    }

    @Bean
    LeavingService leavingService() {
        return mock();
    }

    @Bean
    RoleService roles() {
        return mock();
    }

    @Bean
    AuditLogService auditLog() {
        return mock();
    }

    @Bean
    LeavingOrderService leavingOrders() {
        return mock();
    }

    @Bean
    CardService cards() {
        return mock();
    }

    @Bean
    ChannelCallbackService callbacks() {
        return mock();
    }

    @Bean
    PaymentRecordService paymentRecords() {
        return mock();
    }

    @Bean
    MerchantShopService merchantShops() {
        return mock();
    }

    @Bean
    ShopAdminService shopAdmin() {
        return mock();
    }

    @Bean
    MerchantProductService merchantProducts() {
        return mock();
    }

    @Bean
    ProductAuditService productAudit() {
        return mock();
    }

    @Bean
    CategoryAdminService categoryAdmin() {
        return mock();
    }

    @Bean
    PictureService pictures() {
        return mock();
    }

    @Bean
    NamingService nacosNamingService() {
        return mock();
    }

    @Bean
    ReconciliationService reconciliation() {
        return mock();
    }

    @Bean
    TransactionService transactions() {
        return mock();
    }

    @Bean("provider-order")
    DeadLetterService orderDeadLetters() {
        return mock();
    }

    @Bean("provider-stock")
    DeadLetterService stockDeadLetters() {
        return mock();
    }
}
