package org.gomall.e2e.faults;

import org.gomall.e2e.Answer;

/** How one request ended, as its client sees it. */
public enum Outcome {
    /** 2xx or 3xx. */
    OK,
    /** Refused by a rule of the business (4xx): the system did its work. */
    REFUSED,
    /** 42900: come back in a moment. */
    BUSY,
    /** 50300 or 50400. */
    UNAVAILABLE,
    /** Any other 5xx, or no answer at all. */
    ERROR;

    static Outcome of(Answer answer) {
        int status = answer.status();
        if (status < 400) {
            return OK;
        }
        if (status == 429) {
            return BUSY;
        }
        if (status == 503 || status == 504) {
            return UNAVAILABLE;
        }
        return status < 500 ? REFUSED : ERROR;
    }

    /** True when the client got neither what it asked for nor a reason why not. */
    public boolean isFailure() {
        return this == UNAVAILABLE || this == ERROR;
    }

    /** True when the same request may be answered otherwise in a moment. */
    boolean isWorthRepeating() {
        return isFailure() || this == BUSY;
    }
}
