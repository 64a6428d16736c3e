package org.gomall.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1, ::ffff:192.0.2.1, true",
        "::ffff:192.0.2.1, 192.0.2.1, true",
        "::ffff:c000:201, 192.0.2.1, true",
        "192.0.2.1, ::192.0.2.1, false",
        "2001:db8::1, 2001:DB8:0:0:0:0:0:1, true",
        "2001:db8::1, 2001:db8::2, false",
        "fe80::1, fe80::1%eth0, true",
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.77/24, 192.0.2.1, true",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.128/25, 192.0.2.200, true",
        "10.0.0.0/7, 11.255.0.1, true",
        "10.0.0.0/7, 12.0.0.1, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 192.0.2.1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8:8000::/33, 2001:db8:7fff::1, false",
        "::ffff:192.0.2.0/120, 192.0.2.9, true",
        "192.0.2.1/32, 192.0.2.1, true",
        "2001:db8::1/128, 2001:db8::1, true"
    })
    void holds_addresses_however_they_are_written(String block, String address, boolean inside) {
        AddressBlock parsed =
                (block.contains("/") ? AddressBlock.cidr(block) : AddressBlock.address(block)).orElseThrow();

        assertThat(parsed.contains(AddressBlock.bytes(address).orElseThrow())).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.org",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.01",
                "192.0.2.1.",
                "0x7f.0.0.1",
                "2130706433",
                "192.0.2.0/24",
                ":::1",
                "2001:db8::g",
                "1:2:3:4:5:6:7:8:9",
                "[::1]",
                " 192.0.2.1"
            })
    void takes_nothing_else_for_an_address(String text) {
        assertThat(AddressBlock.address(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "192.0.2.0/33",
                "192.0.2.0/-1",
                "192.0.2.0/",
                "192.0.2.0/255.255.255.0",
                "192.0.2.0/24/8",
                "2001:db8::/129",
                "::ffff:192.0.2.0/64",
                "/24",
                "a/8"
            })
    void takes_nothing_else_for_a_block(String text) {
        assertThat(AddressBlock.cidr(text)).isEmpty();
    }

    @Test
    void keeps_out_by_users_addresses_and_blocks() {
        AccessRules rules = AccessRules.parse("""
                {"version": 3, "whitelist": [],
                 "blacklist": {"users": ["1001"], "ips": ["192.0.2.1"], "cidrs": ["2001:db8::/32"]}}
                """);

        assertThat(rules.version()).isEqualTo(3);
        assertThat(rules.keepsOut(1001)).isTrue();
        assertThat(rules.keepsOut(1002)).isFalse();
        assertThat(rules.keepsOut("::ffff:192.0.2.1")).hasValue("192.0.2.1");
        assertThat(rules.keepsOut("2001:db8::7")).hasValue("2001:db8::/32");
        assertThat(rules.keepsOut("192.0.2.2")).isEmpty();
        assertThat(AccessRules.closed().keepsOut("whatever")).isEmpty();
    }
}
