package org.gomall.e2e.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gomall.e2e.Answer;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;
import tools.jackson.databind.JsonNode;

/** The flow rules as they were, to be put back whatever happens meanwhile. */
final class Limits implements AutoCloseable {

    private static final String FLOW = "/api/ops/flow-rules";

    private final Mall mall = Mall.shared();
    private final Shopper ops = Shopper.login(mall.url(), "ops", Mall.DEMO_PASSWORD);
    private final JsonNode before = rules();

    /** Lets nobody see this page. */
    void close(String resource) {
        List<Object> wanted = new ArrayList<>();
        before.path("rules").forEach(wanted::add);
        wanted.add(Map.of("application", "consumer-web", "resource", resource, "grade", 1, "count", 0));
        put(wanted).ok();
    }

    @Override
    public void close() {
        mall.eventually(() -> put(before.path("rules")).ok());
    }

    private Answer put(Object rules) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", rules().path("version").asLong());
        body.put("rules", rules);
        return ops.put(FLOW, body);
    }

    private JsonNode rules() {
        return ops.get(FLOW).ok().data();
    }
}
