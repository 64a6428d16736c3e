package org.gomall.bench.contest;

import java.util.List;
import org.gomall.bench.duel.Side;

/** What a session costs: the same product for somebody who is logged in and for a guest. */
final class Sessions implements Contest {

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public void run(Hall hall) {
        List<String> paths =
                hall.mall().products().stream().map(id -> "/api/products/" + id).toList();
        hall.mall()
                .reads(
                        "logged-in",
                        1,
                        paths,
                        "Authorization: Bearer " + hall.mall().token(0));
        hall.mall().reads("guest", 1, paths);
        hall.duel(
                name(),
                "Sa-Token on / off: product detail with a live session / as a guest",
                0.9,
                new Side("logged in", hall.http("logged-in", Hall.CLIENTS)),
                new Side("guest", hall.http("guest", Hall.CLIENTS)));
    }
}
