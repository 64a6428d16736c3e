package org.gomall.e2e.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.gomall.e2e.Mall;

/** Checks, when a load has ended, that nothing was lost, doubled or left half-way. */
final class Laws {

    private static final Duration CALM_WITHIN = Duration.ofMinutes(2);
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("I1", "per SKU: total = available + reserved + sold, none negative, as reservations and ledger say");
        WORDS.put("I2", "the items of every order are reserved, sold or given back as its status says");
        WORDS.put("I3", "a paid order has exactly one payment of its amount");
        WORDS.put("I4", "what was paid for an order that is not paid was given back in full");
        WORDS.put("I5", "one order set per key, one payment per key: nothing exists that nobody was told of");
        WORDS.put("I6", "every request has had a final answer, and nothing is half-way two minutes later");
        WORDS.put("I7", "no fence row is waiting for its second phase");
        WORDS.put("I8", "the outboxes are empty and no message is dead");
        WORDS.put("I9", "wallets are the sums of their entries, every posting sums up to zero");
        WORDS.put("I10", "every order, payment and cancellation that was acknowledged is there");
    }

    private final Mall mall;
    private final Load load;
    private final List<String> broken;

    /**
     * @param broken faults that could not be put right
     */
    Laws(Mall mall, Load load, List<String> broken) {
        this.mall = mall;
        this.load = load;
        this.broken = broken;
    }

    /** Ends the load, waits for calm, and checks. */
    List<Report.Law> check() {
        Map<String, List<String>> violations = new LinkedHashMap<>();
        WORDS.keySet().forEach(law -> violations.put(law, new ArrayList<>()));
        try {
            load.stop();
        } catch (AssertionError e) {
            violations.get("I6").add(e.getMessage());
        }
        awaitCalm();
        mall.violations().forEach(violation -> violations.get(lawOf(violation)).add(violation));
        load.accepted().differences(mall.database()).forEach(difference -> violations
                .get(difference.contains("for nobody") ? "I5" : "I10")
                .add(difference));
        List<Report.Law> laws = new ArrayList<>();
        violations.forEach((law, found) -> laws.add(new Report.Law(law, WORDS.get(law), found)));
        laws.add(new Report.Law("Parts", "every part came back after its fault", List.copyOf(broken)));
        return laws;
    }

    private void awaitCalm() {
        try {
            Awaitility.await()
                    .atMost(CALM_WITHIN)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> mall.violations().isEmpty());
        } catch (ConditionTimeoutException stillNot) {
            // What is left is reported law by law.
            System.out.println("Not calm within " + CALM_WITHIN.toSeconds() + " s.");
        }
    }

    /** A violation begins with the number of its law. */
    private static String lawOf(String violation) {
        String number = violation.split(" ", 2)[0];
        return WORDS.containsKey(number) ? number : "I6";
    }
}
