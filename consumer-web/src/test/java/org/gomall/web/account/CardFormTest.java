package org.gomall.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;
import org.gomall.api.payment.CardService;
import org.gomall.web.account.CardPages.CardForm;
import org.gomall.web.session.CurrentUser;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;

class CardFormTest {

    @Test
    void test_numbers_are_shown_in_the_demo_only() {
        assertThat(modelWith("demo").getAttribute("demo")).isEqualTo(true);
        assertThat(modelWith("production").getAttribute("demo")).isEqualTo(false);
    }

    @Test
    void a_form_says_nothing_about_its_card() {
        CardForm form = new CardForm("4242424242424242", "12", "2030", "123", "Alice Wang");

        assertThat(form.toString()).doesNotContain("4242", "123", "Alice");
        assertThat(form.command(1).toString()).doesNotContain("4242", "123", "Alice");
    }

    private static Model modelWith(String profile) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        Model model = new ExtendedModelMap();
        new CardPages(mock(CardService.class), environment)
                .blank(new CurrentUser(1, "alice", List.of("USER")), null, model);
        return model;
    }
}
