package org.gomall.platform.messaging;

import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.platform.tracing.TraceId;

/** {@link DeadLetters} over table {@code dead_letter}. */
final class StoredDeadLetters implements DeadLetters {

    private final InboxTable table;
    private final Inbox inbox;
    private final List<EventHandler<?>> handlers;

    StoredDeadLetters(InboxTable table, Inbox inbox, List<EventHandler<?>> handlers) {
        this.table = table;
        this.inbox = inbox;
        this.handlers = handlers;
    }

    @Override
    public List<DeadLetter> list(int limit, int offset) {
        return table.letters(limit, offset);
    }

    @Override
    public long count() {
        return table.letterCount();
    }

    @Override
    public boolean replay(long letterId) throws Exception {
        DeadLetter letter = table.letter(letterId).orElse(null);
        if (letter == null) {
            return false;
        }
        EventHandler<?> handler = handlers.stream()
                .filter(known -> known.name().equals(letter.handler()))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("handler " + letter.handler()));
        return TraceId.call(letter.traceId(), () -> inbox.replay(handler, letterId));
    }
}
