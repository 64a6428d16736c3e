package org.gomall.web.envelope;

import java.io.IOException;
import java.io.Serial;

/** A body went on after the limit. */
final class BodyTooLargeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("body too large");
    }
}
