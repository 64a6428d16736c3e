package org.gomall.web.real;

import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.user.AccountService;
import org.gomall.slice.Accounts;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The one provider that logging in cannot do without. */
@TestConfiguration(proxyBeanMethods = false)
class PlayedProviders {

    @Bean(autowireCandidate = false)
    @DubboService(interfaceClass = AccountService.class)
    AccountService playedAccounts() {
        return new Accounts();
    }
}
