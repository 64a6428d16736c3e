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
     * Makes the result of {@code request} with {@code make}, which must call {@link #record} in its transaction, or loads the
     * first one with {@code load}.
     *
     * <p>Most requests are the first with their key, so nobody looks before: the unique key stops a repetition at the latest, and
     * whatever stopped it (the order is paid, the money is spent, a neighbour is away) is looked at in the light of what was
     * made before.
     *
     * @throws BusinessException IDEMPOTENCY_KEY_REUSED, or what {@code make} refuses
     */
    public <T> Replayable<T> once(IdempotentRequest request, LongFunction<T> load, Supplier<T> make) {
        try {
            return Replayable.first(make.get());
        } catch (RuntimeException refusal) {
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
