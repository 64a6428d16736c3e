package org.gomall.web.envelope;

import org.gomall.api.common.Replayable;
import org.gomall.platform.tracing.TraceId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What every JSON answer is wrapped in.
 *
 * @param code 0 for success, else HTTP status × 100 + n
 * @param msg ok, or English text for people
 * @param data the result; for refusals what programs may want to know, or null
 * @param traceId finds the log lines of this request
 */
public record Envelope<T>(int code, String msg, T data, String traceId) {

    /** Tells that an answer is the stored one of an earlier request with the same Idempotency-Key. */
    public static final String REPLAYED = "Idempotency-Replayed";

    /** Success. */
    public static <T> Envelope<T> ok(T data) {
        return new Envelope<>(0, "ok", data, TraceId.current());
    }

    /** Success with nothing to tell. */
    public static Envelope<Void> done() {
        return ok(null);
    }

    /** Something was created. */
    public static <T> ResponseEntity<Envelope<T>> created(T data) {
        return ResponseEntity.status(HttpStatus.CREATED).body(ok(data));
    }

    /** Something was created, now or by an earlier request with the same key. */
    public static <T> ResponseEntity<Envelope<T>> created(Replayable<T> result) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.CREATED);
        if (result.replayed()) {
            answer.header(REPLAYED, "true");
        }
        return answer.body(ok(result.value()));
    }
}
