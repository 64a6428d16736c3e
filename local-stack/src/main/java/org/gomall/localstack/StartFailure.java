package org.gomall.localstack;

/** A start that went wrong. */
final class StartFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean worthRepeating;

    private StartFailure(String sentence, boolean worthRepeating, Throwable cause) {
        super(sentence, cause);
        this.worthRepeating = worthRepeating;
    }

    static StartFailure died(Part part, StackFolders folders) {
        return new StartFailure(part.name() + " died while it started." + endOfLog(part, folders), true, null);
    }

    static StartFailure late(Part part, StackFolders folders, Exception lastAnswer) {
        String answer = lastAnswer == null ? "" : " (" + lastAnswer + ")";
        return new StartFailure(
                part.name() + " was not ready within " + part.startWithin().toSeconds() + " s" + answer + "."
                        + endOfLog(part, folders),
                false,
                lastAnswer);
    }

    /** Something a second try would not change, told by whoever found out. */
    static StartFailure told(StackException sentence) {
        return new StartFailure(sentence.getMessage(), false, sentence);
    }

    static StartFailure unexpected(Part part, Exception cause) {
        return new StartFailure(part.name() + " could not be started: " + cause, true, cause);
    }

    boolean isWorthRepeating() {
        return worthRepeating;
    }

    private static String endOfLog(Part part, StackFolders folders) {
        return " The end of its log:\n" + LogFiles.tail(folders.log(part.name()), 15);
    }
}
