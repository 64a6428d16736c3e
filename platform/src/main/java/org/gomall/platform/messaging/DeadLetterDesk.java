package org.gomall.platform.messaging;

import java.util.List;
import org.gomall.api.common.Check;
import org.gomall.api.common.Page;
import org.gomall.api.ops.DeadLetterService;
import org.gomall.api.ops.DeadLetterView;
import org.gomall.api.ops.ReplayOutcome;
import org.gomall.api.ops.ReplayOutcome.Result;

/** The Dubbo face of this application's dead letters. */
final class DeadLetterDesk implements DeadLetterService {

    private final DeadLetters letters;
    private final String application;

    DeadLetterDesk(DeadLetters letters, String application) {
        this.letters = letters;
        this.application = application;
    }

    @Override
    public Page<DeadLetterView> newest(int most) {
        Check.fields().range((long) most, 1, MOST, "most").orRefuse();
        List<DeadLetterView> views =
                letters.list(most, 0).stream().map(this::view).toList();
        return new Page<>(views, 1, most, letters.count());
    }

    @Override
    public long count() {
        return letters.count();
    }

    @Override
    public ReplayOutcome replay(long letterId) {
        try {
            return new ReplayOutcome(letters.replay(letterId) ? Result.HANDLED : Result.GONE, null);
        } catch (Exception failedAgain) {
            return new ReplayOutcome(Result.FAILED, failedAgain.toString());
        }
    }

    private DeadLetterView view(DeadLetter letter) {
        return new DeadLetterView(
                application + ":" + letter.letterId(),
                application,
                letter.handler(),
                letter.topic(),
                letter.tag(),
                letter.source(),
                letter.eventId(),
                MaskedBody.of(letter.body()),
                letter.traceId(),
                letter.error(),
                letter.attempts(),
                letter.failedAt());
    }
}
