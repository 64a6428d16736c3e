package org.gomall.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is timed has to do what its name says. */
class PermissionMatchTest {

    private final PermissionMatch match = new PermissionMatch();

    @Test
    void decides_where_its_names_say() {
        assertThat(match.first())
                .hasValueSatisfying(permission -> assertThat(permission).contains("orders"));
        assertThat(match.last()).contains("*:/ops(/.*)?");
        assertThat(match.none()).isEmpty();
        assertThat(match.openToGuests()).contains("GET:/api/products/{productId}");
        assertThat(match.plainPath()).contains("/api/products/1000011");
    }
}
