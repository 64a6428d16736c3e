package org.gomall.web.remote;

import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.annotation.Method;
import org.apache.dubbo.config.spring.ReferenceBean;
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
import org.gomall.api.user.AccountService;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.LeavingService;
import org.gomall.api.user.MerchantShopService;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.ShopAdminService;
import org.gomall.api.user.ShopService;
import org.gomall.api.user.UserDirectoryService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every Dubbo service that the web calls, declared once: other beans simply inject the api interfaces.
 *
 * <p>Reads wait 500 ms, twice at most, on different instances; those that pages go on without wait 400 ms, so that a page
 * comes within a second even while they hang. Writes are sent once; how long they may take follows
 * from what they wait for themselves. A service with both kinds says so per method.
 */
@Configuration(proxyBeanMethods = false)
class RemoteServices {

    private static final int READ_MS = 500;
    private static final int SPARE_READ_MS = 400;
    private static final int WRITE_MS = 1_000;
    private static final int SLOW_WRITE_MS = 3_000;
    private static final String READ_CLUSTER = "failover";

    // Checking a password takes long on purpose; the account itself is a read.
    @Bean
    @DubboReference(
            timeout = 2_000,
            methods = {
                @Method(name = "account", timeout = SPARE_READ_MS, retries = 1),
                @Method(name = "profile", timeout = READ_MS, retries = 1)
            },
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<AccountService> accountService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {
                @Method(name = "list", timeout = READ_MS, retries = 1),
                @Method(name = "get", timeout = READ_MS, retries = 1)
            },
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<AddressService> addressService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(timeout = SPARE_READ_MS, retries = 1, cluster = READ_CLUSTER)
    ReferenceBean<ShopService> shopService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(timeout = SPARE_READ_MS, retries = 1, cluster = READ_CLUSTER)
    ReferenceBean<CatalogueService> catalogueService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {@Method(name = "ledger", timeout = READ_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<StockAdjustmentService> stockAdjustmentService() {
        return new ReferenceBean<>();
    }

    // Asking and approving wait for provider-payment and provider-stock.
    @Bean
    @DubboReference(
            timeout = SLOW_WRITE_MS,
            methods = {@Method(name = "ofOrder", timeout = READ_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<RefundRequestService> refundRequestService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = SLOW_WRITE_MS,
            methods = {
                @Method(name = "list", timeout = READ_MS, retries = 1),
                @Method(name = "get", timeout = READ_MS, retries = 1)
            },
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<RefundDecisionService> refundDecisionService() {
        return new ReferenceBean<>();
    }

    // Sums over all orders of some weeks.
    @Bean
    @DubboReference(timeout = WRITE_MS, retries = 1, cluster = READ_CLUSTER)
    ReferenceBean<SalesService> salesService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(timeout = SPARE_READ_MS, retries = 1, cluster = READ_CLUSTER)
    ReferenceBean<StockQueryService> stockQueryService() {
        return new ReferenceBean<>();
    }

    // Every cart call asks provider-product and provider-stock in turn, so it may take a little longer than a plain
    // read.
    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {@Method(name = "view", timeout = WRITE_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<CartService> cartService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(timeout = WRITE_MS, retries = 1, cluster = READ_CLUSTER)
    ReferenceBean<CheckoutService> checkoutService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {
                @Method(name = "place", timeout = SLOW_WRITE_MS, retries = 0),
                @Method(name = "cancel", timeout = SLOW_WRITE_MS, retries = 0),
                @Method(name = "list", timeout = READ_MS, retries = 1),
                @Method(name = "get", timeout = READ_MS, retries = 1)
            },
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<OrderService> orderService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {
                @Method(name = "cancel", timeout = SLOW_WRITE_MS, retries = 0),
                @Method(name = "list", timeout = READ_MS, retries = 1),
                @Method(name = "get", timeout = READ_MS, retries = 1)
            },
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<MerchantOrderService> merchantOrderService() {
        return new ReferenceBean<>();
    }

    // Searching everybody's orders may read more of them than it shows.
    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {
                @Method(name = "cancel", timeout = SLOW_WRITE_MS, retries = 0),
                @Method(name = "list", timeout = WRITE_MS, retries = 1),
                @Method(name = "get", timeout = READ_MS, retries = 1)
            },
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<AdminOrderService> adminOrderService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {
                @Method(name = "pay", timeout = SLOW_WRITE_MS, retries = 0),
                @Method(name = "get", timeout = READ_MS, retries = 1),
                @Method(name = "ofOrder", timeout = READ_MS, retries = 1)
            },
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<PaymentService> paymentService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {
                @Method(name = "wallet", timeout = READ_MS, retries = 1),
                @Method(name = "entries", timeout = READ_MS, retries = 1)
            },
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<WalletService> walletService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {
                @Method(name = "list", timeout = WRITE_MS, retries = 1),
                @Method(name = "get", timeout = READ_MS, retries = 1),
                @Method(name = "named", timeout = READ_MS, retries = 1)
            },
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<UserDirectoryService> userDirectoryService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {
                @Method(name = "roles", timeout = READ_MS, retries = 1),
                @Method(name = "role", timeout = READ_MS, retries = 1)
            },
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<RoleService> roleService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {@Method(name = "list", timeout = WRITE_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<AuditLogService> auditLogService() {
        return new ReferenceBean<>();
    }

    // Both check a password, which takes long on purpose.
    @Bean
    @DubboReference(
            timeout = 2 * SLOW_WRITE_MS,
            methods = {@Method(name = "obstacles", timeout = READ_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<LeavingService> leavingService() {
        return new ReferenceBean<>();
    }

    // Cancelling unpaid orders is a global transaction for each of them.
    @Bean
    @DubboReference(
            timeout = 10_000,
            methods = {@Method(name = "open", timeout = READ_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<LeavingOrderService> leavingOrderService() {
        return new ReferenceBean<>();
    }

    // Adding a card asks the card channel.
    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {
                @Method(name = "add", timeout = SLOW_WRITE_MS, retries = 0),
                @Method(name = "list", timeout = READ_MS, retries = 1),
                @Method(name = "get", timeout = READ_MS, retries = 1)
            },
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<CardService> cardService() {
        return new ReferenceBean<>();
    }

    // A success tells the orders before it answers.
    @Bean
    @DubboReference(timeout = SLOW_WRITE_MS)
    ReferenceBean<ChannelCallbackService> channelCallbackService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(timeout = READ_MS, retries = 1, cluster = READ_CLUSTER)
    ReferenceBean<PaymentRecordService> paymentRecordService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {@Method(name = "own", timeout = READ_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<MerchantShopService> merchantShopService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {@Method(name = "list", timeout = READ_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<ShopAdminService> shopAdminService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {
                @Method(name = "counts", timeout = READ_MS, retries = 1),
                @Method(name = "list", timeout = READ_MS, retries = 1),
                @Method(name = "get", timeout = READ_MS, retries = 1)
            },
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<MerchantProductService> merchantProductService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {
                @Method(name = "list", timeout = READ_MS, retries = 1),
                @Method(name = "get", timeout = READ_MS, retries = 1)
            },
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<ProductAuditService> productAuditService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = WRITE_MS,
            methods = {@Method(name = "list", timeout = READ_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<CategoryAdminService> categoryAdminService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(timeout = WRITE_MS, retries = 0)
    ReferenceBean<PictureService> pictureService() {
        return new ReferenceBean<>();
    }

    // Looking at all schemas takes seconds, and waits for a look that is under way.
    @Bean
    @DubboReference(
            timeout = 60_000,
            methods = {@Method(name = "last", timeout = READ_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<ReconciliationService> reconciliationService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(
            timeout = SLOW_WRITE_MS,
            methods = {@Method(name = "stuck", timeout = SLOW_WRITE_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<TransactionService> transactionService() {
        return new ReferenceBean<>();
    }

    // Every provider keeps its own dead letters; the bean is called after it.
    @Bean("provider-user")
    @DubboReference(
            group = "provider-user",
            timeout = SLOW_WRITE_MS,
            methods = {@Method(name = "newest", timeout = WRITE_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<DeadLetterService> userDeadLetters() {
        return new ReferenceBean<>();
    }

    @Bean("provider-product")
    @DubboReference(
            group = "provider-product",
            timeout = SLOW_WRITE_MS,
            methods = {@Method(name = "newest", timeout = WRITE_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<DeadLetterService> productDeadLetters() {
        return new ReferenceBean<>();
    }

    @Bean("provider-stock")
    @DubboReference(
            group = "provider-stock",
            timeout = SLOW_WRITE_MS,
            methods = {@Method(name = "newest", timeout = WRITE_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<DeadLetterService> stockDeadLetters() {
        return new ReferenceBean<>();
    }

    @Bean("provider-order")
    @DubboReference(
            group = "provider-order",
            timeout = SLOW_WRITE_MS,
            methods = {@Method(name = "newest", timeout = WRITE_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<DeadLetterService> orderDeadLetters() {
        return new ReferenceBean<>();
    }

    @Bean("provider-payment")
    @DubboReference(
            group = "provider-payment",
            timeout = SLOW_WRITE_MS,
            methods = {@Method(name = "newest", timeout = WRITE_MS, retries = 1)},
            cluster = READ_CLUSTER,
            retries = 0)
    ReferenceBean<DeadLetterService> paymentDeadLetters() {
        return new ReferenceBean<>();
    }
}
