package org.gomall.web.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.gomall.api.common.BusinessException;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.ProductChanges;
import org.gomall.web.remote.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears once a second which products have changed, so that a copy need not be made anew to know that nothing has. Only
 * while somebody looks at products; and while nothing is heard, copies age as if there were no news.
 */
final class ProductNews {

    private static final Logger LOG = LoggerFactory.getLogger(ProductNews.class);
    private static final long EVERY_MS = 1_000;
    private static final long SILENCE_MS = 3_000;

    private final CatalogueService catalogue;
    private final Clock clock;
    private final Consumer<List<Long>> changed;
    private final Runnable anythingChanged;
    private final AtomicLong askedAt = new AtomicLong();
    private volatile Instant since;
    private volatile long heardAt;

    /**
     * Begins with what changes from now on.
     *
     * @param changed told the products that are no longer what they were; the same ones several times
     * @param anythingChanged told that any product may be another
     */
    ProductNews(CatalogueService catalogue, Clock clock, Consumer<List<Long>> changed, Runnable anythingChanged) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.changed = changed;
        this.anythingChanged = anythingChanged;
        this.since = clock.instant();
    }

    /** To be called by whoever is about to look at a copy. Does not wait for the answer. */
    void catchUp() {
        long now = clock.millis();
        long last = askedAt.get();
        if (now - last >= EVERY_MS && askedAt.compareAndSet(last, now)) {
            Part.ask(this::ask);
        }
    }

    /** Whether all that changed until a moment ago has been told. */
    boolean areKnown() {
        return clock.millis() - heardAt < SILENCE_MS;
    }

    private Instant ask() {
        long now = clock.millis();
        try {
            ProductChanges changes = catalogue.changedSince(since);
            if (changes.many()) {
                anythingChanged.run();
            } else {
                changed.accept(changes.productIds());
            }
            since = changes.until();
            heardAt = now;
        } catch (BusinessException e) {
            // The next answer tells what this one would have told.
            LOG.debug("no news of products: {}", e.getMessage());
        }
        return since;
    }
}
