package org.gomall.payment.idempotency;

import java.time.Clock;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Replayable;
import org.gomall.payment.idempotency.IdempotencyMapper.StoredResult;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a request once, however often it arrives. */
@Component
public class Idempotency {

    private final IdempotencyMapper requests;
    private final Clock clock;

    Idempotency(IdempotencyMapper requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Loads the first result of {@code request} with {@code load}, or makes it with {@code make}, which must call
     * {@link #record} in its transaction.
     *
     * <p>When {@code make} is refused, the table is asked once more: a twin of the request may have finished meanwhile and may be the very
     * reason of the refusal (the order is paid, the money is spent).
     *
     * @throws BusinessException IDEMPOTENCY_KEY_REUSED, or what {@code make} refuses
     */
    public <T> Replayable<T> once(IdempotentRequest request, LongFunction<T> load, Supplier<T> make) {
        Optional<T> before = find(request).map(load::apply);
        if (before.isPresent()) {
            return Replayable.again(before.get());
        }
        try {
            return Replayable.first(make.get());
        } catch (BusinessException | TwinFinishedException refusal) {
            T result = find(request).map(load::apply).orElseThrow(() -> refusal);
            return Replayable.again(result);
        }
    }

    /** Notes what the request made; part of the transaction that makes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(IdempotentRequest request, long resultId) {
        try {
            requests.insert(request, resultId, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new TwinFinishedException();
        }
    }

    private Optional<Long> find(IdempotentRequest request) {
        StoredResult stored = requests.find(request);
        if (stored != null && !stored.requestHash().equals(request.hash())) {
            throw new BusinessException(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        }
        return Optional.ofNullable(stored).map(StoredResult::resultId);
    }

    /** A request with the same key was faster; rolls the own work back. */
    private static final class TwinFinishedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TwinFinishedException() {
            super("a request with the same key finished first", null, false, false);
        }
    }
}
