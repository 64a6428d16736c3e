package org.gomall.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedMessageTest {

    @Test
    void secrets_cards_and_phones_are_masked() {
        assertThat(MaskedMessage.mask("login failed password=hunter2, account=alice"))
                .isEqualTo("login failed password=***, account=alice");
        assertThat(MaskedMessage.mask("{\"password\":\"hunter2\",\"cvv\":\"123\"}"))
                .isEqualTo("{\"password\":\"***\",\"cvv\":\"***\"}");
        assertThat(MaskedMessage.mask("Authorization: Bearer abc.def-1 sent")).isEqualTo("Authorization: *** sent");
        assertThat(MaskedMessage.mask("card 4000000000000002 declined")).isEqualTo("card **** declined");
        assertThat(MaskedMessage.mask("card 4000 0000 0000 0002 declined")).isEqualTo("card **** declined");
        assertThat(MaskedMessage.mask("call 13812345678")).isEqualTo("call 138****5678");
    }

    @Test
    void ids_and_amounts_stay_readable() {
        String message = "order 117419964981313536 of user 1001: 129900 cents, product 100001";

        assertThat(MaskedMessage.mask(message)).isEqualTo(message);
    }

    @Test
    void a_text_from_outside_cannot_forge_a_line() {
        assertThat(MaskedMessage.mask("name=x\n2026-11-21 ERROR all is lost\r\n"))
                .isEqualTo("name=x | 2026-11-21 ERROR all is lost  | ");
    }
}
