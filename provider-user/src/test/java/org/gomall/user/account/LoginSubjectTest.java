package org.gomall.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginSubjectTest {

    @Test
    void one_line_of_ipv6_is_one_network() {
        assertThat(LoginSubject.network("2001:db8:1:2::1"))
                .isEqualTo(LoginSubject.network("2001:DB8:1:2:ffff:ffff:ffff:ffff"))
                .isEqualTo(LoginSubject.network("2001:db8:1:2::1%eth0"))
                .isNotEqualTo(LoginSubject.network("2001:db8:1:3::1"));
    }

    @Test
    void an_ipv4_address_is_the_same_in_its_ipv6_form() {
        assertThat(LoginSubject.network("::ffff:192.0.2.7")).isEqualTo(LoginSubject.network("192.0.2.7"));
        assertThat(LoginSubject.network("192.0.2.8")).isNotEqualTo(LoginSubject.network("192.0.2.7"));
    }

    @Test
    void no_address_is_no_network_and_nonsense_is_one_of_its_own() {
        assertThat(LoginSubject.network(null)).isEmpty();
        assertThat(LoginSubject.network(" ")).isEmpty();
        assertThat(LoginSubject.network("zz:not:an:address")).isPresent();
        assertThat(LoginSubject.network("1:2:3:4:5:6:7:8:9")).isPresent();
    }

    @Test
    void neither_names_nor_addresses_are_kept() {
        assertThat(LoginSubject.nobody("somebody@example.org").digest()).matches("[0-9a-f]{64}");
        assertThat(LoginSubject.nobody("17")).isNotEqualTo(LoginSubject.account(17));
    }
}
