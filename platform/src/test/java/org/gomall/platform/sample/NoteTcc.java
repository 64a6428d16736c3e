package org.gomall.platform.sample;

import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A branch in the own process, in the form that provider-order uses. */
@LocalTCC
@Component
public class NoteTcc {

    private final JdbcClient jdbc;

    NoteTcc(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Try. */
    @TwoPhaseBusinessAction(
            name = "sampleNote",
            commitMethod = "confirm",
            rollbackMethod = "cancel",
            useTCCFence = true)
    public boolean write(
            BusinessActionContext context,
            @BusinessActionContextParameter("noteId") long noteId,
            @BusinessActionContextParameter("text") String text) {
        if (text.equals("refused")) {
            throw new BusinessException(ErrorCode.CONFLICT, "no such notes");
        }
        jdbc.sql("INSERT INTO note (note_id, text, written_at, status) VALUES (?, ?, UTC_TIMESTAMP(6), 'TRYING')")
                .params(noteId, text)
                .update();
        return true;
    }

    /** Confirm. */
    public boolean confirm(BusinessActionContext context) {
        jdbc.sql("UPDATE note SET status = 'WRITTEN' WHERE note_id = ? AND status = 'TRYING'")
                .param(noteId(context))
                .update();
        return true;
    }

    /** Cancel. */
    public boolean cancel(BusinessActionContext context) {
        jdbc.sql("DELETE FROM note WHERE note_id = ? AND status = 'TRYING'")
                .param(noteId(context))
                .update();
        return true;
    }

    private static long noteId(BusinessActionContext context) {
        return ((Number) context.getActionContext("noteId")).longValue();
    }
}
