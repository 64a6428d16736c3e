package org.gomall.product.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps table product_term. At start, before the process reports ready, it indexes what came in by migrations or was
 * indexed by older rules; several processes may do so side by side.
 */
@Service
public class SearchIndex implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);
    private static final int BATCH = 10;
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MS = 2_000;

    private final TermMapper terms;
    private final TransactionTemplate transaction;

    SearchIndex(TermMapper terms, TransactionTemplate transaction) {
        this.terms = terms;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int indexed = indexPatiently();
        if (indexed > 0) {
            log.info("indexed {} products for search", indexed);
        }
    }

    /** A database that is slow while everything starts at once is no reason to start this process again. */
    private int indexPatiently() {
        for (int attempt = 1; ; attempt++) {
            try {
                return indexOutdated();
            } catch (TransientDataAccessException | TransactionException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.warn("indexing goes on in {} ms: {}", PAUSE_MS, e.toString());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("told to stop while indexing", e);
        }
    }

    /**
     * Indexes every product whose terms are missing or outdated.
     *
     * @return how many
     */
    public int indexOutdated() {
        int indexed = 0;
        int batch;
        do {
            batch = transaction.execute(status -> indexSome());
            indexed += batch;
        } while (batch > 0);
        return indexed;
    }

    private int indexSome() {
        List<Long> ids = terms.lockOutdated(Terms.VERSION, BATCH);
        if (ids.isEmpty()) {
            return 0;
        }
        write(ids);
        return ids.size();
    }

    /** Indexes a product in the transaction that changed it and holds its row. */
    public void index(long productId) {
        write(List.of(productId));
    }

    /** Forgets a product in the transaction that deletes it. */
    public void forget(long productId) {
        terms.deleteTerms(List.of(productId));
    }

    /** Marks what lies in these categories as outdated, in the transaction that renames them. */
    public void outdate(Collection<Long> categoryIds) {
        terms.markOutdated(categoryIds);
    }

    private void write(List<Long> ids) {
        terms.deleteTerms(ids);
        SortedSet<String> words = new TreeSet<>();
        for (IndexedTexts product : terms.texts(ids)) {
            Map<String, Integer> weights = product.weights();
            if (!weights.isEmpty()) {
                terms.insertTerms(product.productId(), weights);
                words.addAll(weights.keySet());
            }
        }
        if (!words.isEmpty()) {
            terms.insertWords(words);
        }
        terms.markIndexed(ids, Terms.VERSION);
    }
}
