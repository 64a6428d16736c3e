package org.gomall.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.user.AccountClosed;
import org.gomall.api.user.AccountService;
import org.gomall.api.user.AccountView;
import org.gomall.api.user.AddressCommand;
import org.gomall.api.user.AddressKey;
import org.gomall.api.user.AddressKeys;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AddressView;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.AuthenticateCommand;
import org.gomall.api.user.ChangePasswordCommand;
import org.gomall.api.user.LeaveCommand;
import org.gomall.api.user.LeavingService;
import org.gomall.api.user.MerchantShopService;
import org.gomall.api.user.OwnedAddress;
import org.gomall.api.user.ProfileView;
import org.gomall.api.user.RegisterCommand;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.ShopAdminService;
import org.gomall.api.user.ShopService;
import org.gomall.api.user.UpdateProfileCommand;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.api.user.UserQuery;
import org.gomall.api.user.UserStatus;
import org.gomall.api.user.UserView;
import org.gomall.platform.test.WireFormat;
import org.junit.jupiter.api.Test;

class WireFormatTest {

    @Test
    void every_type_of_the_user_services_survives_the_wire() {
        WireFormat.assertService(
                AccountService.class,
                AddressService.class,
                LeavingService.class,
                RoleService.class,
                ShopService.class,
                UserDirectoryService.class,
                AuditLogService.class,
                MerchantShopService.class,
                ShopAdminService.class);
        WireFormat.assertRoundTrips(AccountClosed.class);
    }

    @Test
    void no_text_form_tells_secrets_or_people() {
        List<Object> values = List.of(
                new RegisterCommand("name", "personal@x.org", "personal-password"),
                new AuthenticateCommand("personal@x.org", "personal-password", "personal-ip"),
                new LeaveCommand(1, "personal-password"),
                new ChangePasswordCommand(1, "personal-old", "personal-new"),
                new UpdateProfileCommand(1, "personal", "personal", "personal"),
                new AddressCommand("personal", "personal", "p", "c", "d", "personal", "personal", true),
                new AccountView(1, "name", "personal@x.org", List.of(), List.of()),
                new ProfileView(1, "name", "personal@x.org", "personal", "personal", "personal", Instant.EPOCH),
                new AddressKeys(List.of(new AddressKey(1, 2))),
                new OwnedAddress(1, new AddressView(1, "personal", "p", "p", "c", "d", "personal", "p", true)),
                new AddressView(1, "personal", "personal", "p", "c", "d", "personal", "personal", true),
                new UserView(1, "name", "personal@x.org", "n", UserStatus.ACTIVE, List.of(), List.of(), Instant.EPOCH),
                new UserQuery(new ActingUser(1, null), "personal@x.org", null, 1, 20));

        assertThat(values).extracting(Object::toString).noneMatch(text -> text.contains("personal"));
    }
}
