package org.gomall.localstack;

/** A failure of the local stack, told in a sentence which a person can act on; it is printed without a stack trace. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackException(String sentence) {
        super(sentence);
    }

    public StackException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
