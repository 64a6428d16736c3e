package org.gomall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gomall.user.Refusals.assertRefused;

import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AccountService;
import org.gomall.api.user.RegisterCommand;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/** The other tests go through Dubbo as well; these look at the way itself. */
@UserTest
class DubboCallTest {

    @Autowired
    private Remote remote;

    @Autowired
    private People people;

    @Autowired
    private ApplicationContext context;

    @Test
    void the_tests_do_not_call_the_bean_in_this_process() {
        AccountService local = context.getBeansOfType(AccountService.class).values().stream()
                .filter(bean -> ClassUtils.getUserClass(bean).getSimpleName().equals("Accounts"))
                .findFirst()
                .orElseThrow();

        assertThat(remote.accounts()).isNotSameAs(local);
        // A local call would hand this list through; over the wire it becomes one that can be changed.
        List<String> roles = remote.roles().roles().get(0).permissions();
        roles.add("arrived");
        assertThat(remote.roles().roles().get(0).permissions()).doesNotContain("arrived");
    }

    @Test
    void a_refusal_arrives_as_itself_with_code_message_and_details() {
        BusinessException notFound =
                assertRefused(ErrorCode.NOT_FOUND, () -> remote.addresses().get(1, 2));
        assertThat(notFound).isExactlyInstanceOf(BusinessException.class).hasMessage("address not found");
        assertThat(notFound.getStackTrace()).isEmpty();

        BusinessException invalid = assertRefused(
                ErrorCode.VALIDATION, () -> remote.accounts().register(new RegisterCommand("x", "y", "z")));
        assertThat(invalid.details()).containsEntry("password", "must be 8 to 128 characters");
    }

    @Test
    void a_fault_tells_nothing_of_the_inside() {
        long userId = people.newUser();

        BusinessException fault =
                assertRefused(ErrorCode.INTERNAL, () -> remote.addresses().add(userId, null));

        assertThat(fault).hasMessage(ErrorCode.INTERNAL.defaultMessage());
    }
}
