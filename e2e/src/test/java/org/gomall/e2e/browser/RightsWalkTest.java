package org.gomall.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An admin takes a right from somebody who is logged in: their very next click says so. */
class RightsWalkTest {

    private static final Mall MALL = Mall.shared();
    private static final String DESK = "/ops/reconciliation";

    static List<Look> looks() {
        return Looks.PHONE_IN_CHINESE;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_next_click_is_refused_in_words(Look look) {
        Shopper admin = Shopper.login(MALL.url(), "admin", Mall.DEMO_PASSWORD);
        Shopper clerk = MALL.shopper(0);
        String clerkId = clerk.get("/api/auth/me").ok().data().path("userId").asString();
        String role = "CLERK_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        admin.post("/api/admin/roles", Map.of("role", role, "permissions", List.of("GET:/ops(/.*)?")))
                .ok();
        admin.put("/api/admin/users/" + clerkId + "/roles", Map.of("roles", List.of(role)))
                .ok();
        try (Visit atAdmin = new Visit(look);
                Visit visit = new Visit(look)) {
            atAdmin.login("admin", Mall.DEMO_PASSWORD);
            visit.login(clerk.name(), Shopper.PASSWORD);
            visit.mayBeRefused(DESK);
            assertThat(visit.open("/ops/dead-letters")).isEqualTo(200);

            AdminDesk desk = new AdminDesk(atAdmin);
            if (look.width() == Look.PHONE) {
                desk.takeRole(clerkId, role);
            } else {
                desk.emptyRole(role);
            }
            visit.press("a[href='" + DESK + "']", DESK);

            visit.read("main h1", Words.of(look).say("oops.403.title"));
            visit.open("/orders");
            assertThat(visit.path()).as("still logged in").isEqualTo("/orders");
        }
    }
}
