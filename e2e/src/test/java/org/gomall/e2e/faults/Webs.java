package org.gomall.e2e.faults;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The instances of the web as a load balancer sees them: requests go round, and one whose connection is refused goes to the
 * next instance at once, for nothing of it was sent. Who refuses is left alone for a second.
 */
final class Webs {

    private static final long ASIDE_NANOS = Duration.ofSeconds(1).toNanos();

    private final List<String> urls;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLongArray asideSince;

    Webs(List<String> urls) {
        this.urls = urls;
        this.asideSince = new AtomicLongArray(urls.size());
        long never = System.nanoTime() - 2 * ASIDE_NANOS;
        for (int i = 0; i < urls.size(); i++) {
            asideSince.set(i, never);
        }
    }

    List<String> urls() {
        return urls;
    }

    /** Somebody who asks one instance, given by its number. */
    interface Call<T> {
        T at(int web);
    }

    <T> T call(Call<T> call) {
        int first = Math.floorMod(turn.getAndIncrement(), urls.size());
        UncheckedIOException refused = null;
        for (int i = 0; i < urls.size(); i++) {
            int web = (first + i) % urls.size();
            boolean last = i == urls.size() - 1;
            if (!last && System.nanoTime() - asideSince.get(web) < ASIDE_NANOS) {
                continue;
            }
            try {
                return call.at(web);
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof ConnectException)) {
                    throw e;
                }
                asideSince.set(web, System.nanoTime());
                refused = e;
            }
        }
        throw refused;
    }
}
