package org.gomall.user;

import org.gomall.api.user.AccountService;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.LeavingService;
import org.gomall.api.user.MerchantShopService;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.ShopAdminService;
import org.gomall.api.user.ShopService;
import org.gomall.api.user.UserDirectoryService;

/** This provider's services as others see them: through Dubbo and Nacos. */
public record Remote(
        AccountService accounts,
        AddressService addresses,
        RoleService roles,
        ShopService shops,
        UserDirectoryService directory,
        AuditLogService audit,
        LeavingService leaving,
        MerchantShopService ownShops,
        ShopAdminService shopAdmin) {}
