package org.gomall.bench.mall;

import java.util.List;

/**
 * The options of a JVM, taken from a process of the mall as it runs, so that its yardstick gets the same. Archives of classes
 * belong to one class path and are left out: they matter for the start only.
 */
public record JavaOptions(List<String> flags) {

    private static final List<String> BOUND_TO_ITS_CLASS_PATH =
            List.of("SharedArchiveFile", "AutoCreateSharedArchive", "AOT", "-Xlog", "-Xshare", "ArchiveClasses");

    /**
     * Of a running process.
     *
     * @throws IllegalStateException where the machine does not tell
     */
    public static JavaOptions of(long pid) {
        return of(ProcessHandle.of(pid)
                .flatMap(process -> process.info().arguments())
                .map(List::of)
                .orElseThrow(() -> new IllegalStateException("the arguments of process " + pid + " cannot be seen")));
    }

    static JavaOptions of(List<String> arguments) {
        return new JavaOptions(arguments.stream()
                .takeWhile(argument -> argument.startsWith("-"))
                .filter(argument -> argument.startsWith("-X") || argument.startsWith("--"))
                .filter(argument -> BOUND_TO_ITS_CLASS_PATH.stream().noneMatch(argument::contains))
                .toList());
    }

    @Override
    public String toString() {
        return String.join(" ", flags);
    }
}
