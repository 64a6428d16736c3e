package org.gomall.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gomall.e2e.Mall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ops limit a resource over their page; shoppers are told kindly to wait, until the limit is lifted. */
class LimitWalkTest {

    private static final Mall MALL = Mall.shared();
    private static final String RESOURCE = "/shops/{shopId}";
    private static final String SHOP = "/shops/" + Mall.ORBIT_SHOP;

    static List<Look> looks() {
        return Looks.PHONE_IN_ENGLISH;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_limit_is_seen_and_lifted(Look look) {
        Limits before = new Limits();
        try (Visit atOps = new Visit(look);
                Visit visit = new Visit(look)) {
            visit.mayBeRefused(SHOP);
            atOps.login("ops", Mall.DEMO_PASSWORD);
            OpsDesk ops = new OpsDesk(atOps);
            assertThat(visit.open(SHOP)).isEqualTo(200);

            ops.limit(RESOURCE, 0);

            MALL.eventually(() -> assertThat(visit.open(SHOP)).isEqualTo(429));
            Words words = Words.of(look);
            visit.read("main h1", words.say("oops.429.title"));
            visit.read("main", words.say("oops.retry", 1));
            assertThat(visit.open("/products")).as("everything else works").isEqualTo(200);

            ops.lift(RESOURCE);

            MALL.eventually(() -> assertThat(visit.open(SHOP)).isEqualTo(200));
        } finally {
            // Also when the walk ended half-way.
            before.close();
        }
    }
}
