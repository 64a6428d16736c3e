package org.gomall.platform.messaging;

import java.util.List;

/** Events that a handler of this application refused 16 times, kept in table {@code dead_letter} of its schema. */
public interface DeadLetters {

    /** The newest letters first. */
    List<DeadLetter> list(int limit, int offset);

    /** How many letters wait. */
    long count();

    /**
     * Hands a letter to its handler once more and deletes it on success; a letter that does not exist (any more) is
     * skipped.
     *
     * @return whether the letter was handled now
     * @throws Exception what the handler threw; the letter stays
     */
    boolean replay(long letterId) throws Exception;
}
