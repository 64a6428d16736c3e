package org.gomall.platform.sample;

import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.seata.core.context.RootContext;
import org.apache.seata.spring.annotation.GlobalTransactional;
import org.springframework.stereotype.Component;

/** A global transaction of the sample. */
@Component
public class NoteWriting {

    private final NoteTcc notes;

    @DubboReference
    private SampleService sample;

    NoteWriting(NoteTcc notes) {
        this.notes = notes;
    }

    /** Writes a note, asks another service for its view of the transaction, and then fails if told to. */
    @GlobalTransactional(name = "sample-write")
    public boolean write(long noteId, String text, RuntimeException failure) {
        notes.write(null, noteId, text);
        boolean sameTransactionThere = RootContext.getXID().equals(sample.xid());
        if (failure != null) {
            throw failure;
        }
        return sameTransactionThere;
    }
}
