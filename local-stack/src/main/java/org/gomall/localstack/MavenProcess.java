package org.gomall.localstack;

import java.util.Optional;

/** Finds the Maven process which started this test JVM, possibly through a shell. */
final class MavenProcess {

    private static final String MAVEN_LAUNCHER = "org.codehaus.plexus.classworlds.launcher.Launcher";

    private MavenProcess() {}

    static Optional<ProcessHandle> find() {
        Optional<ProcessHandle> ancestor = ProcessHandle.current().parent();
        while (ancestor.isPresent()) {
            if (Processes.commandLine(ancestor.get().pid()).contains(MAVEN_LAUNCHER)) {
                return ancestor;
            }
            ancestor = ancestor.get().parent();
        }
        return Optional.empty();
    }
}
