package org.gomall.user;

import org.apache.dubbo.config.annotation.DubboReference;
import org.gomall.api.user.AccountService;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.LeavingService;
import org.gomall.api.user.MerchantShopService;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.ShopAdminService;
import org.gomall.api.user.ShopService;
import org.gomall.api.user.UserDirectoryService;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** References to the services of this very process; Dubbo's in-process shortcut is off, so calls cross the wire. */
@TestConfiguration(proxyBeanMethods = false)
class RemoteConfiguration {

    // The tests of many modules may share two cores.
    private static final int PATIENT_MILLIS = 10_000;

    @DubboReference(timeout = PATIENT_MILLIS)
    private AccountService remoteAccounts;

    @DubboReference(timeout = PATIENT_MILLIS)
    private AddressService remoteAddresses;

    @DubboReference(timeout = PATIENT_MILLIS)
    private RoleService remoteRoles;

    @DubboReference(timeout = PATIENT_MILLIS)
    private ShopService remoteShops;

    @DubboReference(timeout = PATIENT_MILLIS)
    private UserDirectoryService remoteDirectory;

    @DubboReference(timeout = PATIENT_MILLIS)
    private AuditLogService remoteAudit;

    @DubboReference(timeout = PATIENT_MILLIS)
    private LeavingService remoteLeaving;

    @DubboReference(timeout = PATIENT_MILLIS)
    private MerchantShopService remoteOwnShops;

    @DubboReference(timeout = PATIENT_MILLIS)
    private ShopAdminService remoteShopAdmin;

    @Bean
    Remote remote() {
        return new Remote(
                remoteAccounts,
                remoteAddresses,
                remoteRoles,
                remoteShops,
                remoteDirectory,
                remoteAudit,
                remoteLeaving,
                remoteOwnShops,
                remoteShopAdmin);
    }
}
