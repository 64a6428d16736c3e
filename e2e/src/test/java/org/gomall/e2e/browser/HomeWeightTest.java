package org.gomall.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gomall.e2e.Mall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The home page is light, and nothing of it waits for a script or stylesheet to ask for it. */
class HomeWeightTest {

    private static final int LIMIT_BYTES = 300_000;

    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final List<String> secondRound = new ArrayList<>();
    private long bytes;

    static List<Look> looks() {
        return Looks.PHONE_IN_CHINESE;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void is_below_300_kb_in_one_round(Look look) {
        String home = Mall.shared().url() + "/";
        try (Visit visit = new Visit(look)) {
            CDPSession devTools = visit.page.context().newCDPSession(visit.page);
            devTools.on("Network.requestWillBeSent", event -> asked(event, home));
            devTools.on("Network.loadingFinished", this::arrived);
            devTools.send("Network.enable");

            visit.open("/");
            // Also what only those load who read to the end.
            assertThat(Pictures.awaitAll(visit.page)).isEmpty();

            assertThat(visit.page.locator(".tile").count()).isGreaterThanOrEqualTo(10);
            assertThat(addresses.values()).hasSizeGreaterThan(15).allSatisfy(address -> assertThat(address)
                    .startsWith(home));
            assertThat(bytes).as("%s", addresses.values()).isBetween(50_000L, (long) LIMIT_BYTES);
            assertThat(secondRound).isEmpty();
        }
    }

    private void asked(JsonObject event, String home) {
        String address = event.getAsJsonObject("request").get("url").getAsString();
        addresses.put(event.get("requestId").getAsString(), address);
        JsonObject initiator = event.getAsJsonObject("initiator");
        // "other" is the browser itself: the page, its icon, and pictures that come into sight.
        boolean byThePage = initiator.get("type").getAsString().equals("other")
                || initiator.has("url") && initiator.get("url").getAsString().equals(home);
        if (!byThePage) {
            secondRound.add(address + " because of " + initiator);
        }
    }

    private void arrived(JsonObject event) {
        if (addresses.containsKey(event.get("requestId").getAsString())) {
            bytes += event.get("encodedDataLength").getAsLong();
        }
    }
}
