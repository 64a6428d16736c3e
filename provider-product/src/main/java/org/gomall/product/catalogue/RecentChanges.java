package org.gomall.product.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gomall.api.common.Check;
import org.gomall.api.product.ProductChanges;
import org.springframework.stereotype.Service;

/**
 * Tells which products have changed. Each change is told for {@value #TOLD_SECONDS} s: a transaction may end some seconds
 * after the time that it has written into its row, and until then another instance may still show its copy of the product.
 */
@Service
class RecentChanges {

    private static final int TOLD_SECONDS = 10;
    private static final int MOST = 500;

    private final CatalogueMapper catalogue;
    private final Clock clock;

    RecentChanges(CatalogueMapper catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    ProductChanges since(Instant since) {
        Check.fields().that(since != null, "since", "must not be missing").orRefuse();
        Instant until = clock.instant();
        List<Long> changed = catalogue.changedSince(since.minus(Duration.ofSeconds(TOLD_SECONDS)), MOST + 1);
        boolean many = changed.size() > MOST;
        return new ProductChanges(until, many, many ? List.of() : changed);
    }
}
