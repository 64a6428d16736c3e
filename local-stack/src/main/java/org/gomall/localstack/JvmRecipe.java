package org.gomall.localstack;

import java.io.IOException;
import java.util.Optional;

/** A part that is a Java process. */
abstract class JvmRecipe implements Recipe {

    private volatile Optional<ClassArchive> archive = Optional.empty();
    private volatile boolean suspicious;

    /** The command of the process, and the files it needs. */
    abstract JavaCommand command() throws IOException;

    @Override
    public final ProcessBuilder prepare() throws IOException {
        JavaCommand command = command();
        archive = command.archive();
        return command.build(!suspicious);
    }

    /** No archive may be what keeps a part from starting: the attempt after a failed one does without. */
    @Override
    public final void startFailed() {
        suspicious = !suspicious;
    }

    @Override
    public final Optional<ClassArchive> archiveToWrite() {
        return archive.filter(ClassArchive::isNoted).filter(noted -> suspicious || !noted.exists());
    }
}
