package org.gomall.platform.seata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.seata.core.context.RootContext;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.id.Ids;
import org.gomall.platform.sample.NoteWriting;
import org.gomall.platform.sample.SampleTest;
import org.gomall.platform.test.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Against the real coordinator: TCC with the fence, the transaction id across Dubbo, and exceptions. */
@SampleTest
class GlobalTransactionsTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Autowired
    private NoteWriting writing;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    /** A busy machine may answer the first commit too late (50400); then another one is tried. */
    @Test
    void a_commit_confirms_the_branch_and_the_other_service_sees_the_transaction() {
        List<Long> committed = new ArrayList<>();
        Eventually.within(SOON, () -> {
            long noteId = ids.next();
            assertThat(GlobalTransactions.call(() -> writing.write(noteId, "kept", null)))
                    .isTrue();
            committed.add(noteId);
        });

        Eventually.within(SOON, () -> assertThat(statuses(committed.get(0))).containsExactly("WRITTEN"));
        assertThat(RootContext.getXID()).isNull();
        Eventually.within(SOON, () -> assertThat(fenceRows(1)).isZero());
    }

    @Test
    void a_refusal_cancels_the_branch_and_arrives_as_itself() {
        long noteId = ids.next();
        BusinessException refusal = new BusinessException(ErrorCode.OUT_OF_STOCK, "none left");

        assertThatThrownBy(() -> GlobalTransactions.call(() -> writing.write(noteId, "dropped", refusal)))
                .isSameAs(refusal);

        Eventually.within(SOON, () -> assertThat(statuses(noteId)).isEmpty());
    }

    @Test
    void a_refusal_inside_a_branch_arrives_as_itself() {
        BusinessException refusal = catchThrowableOfType(
                BusinessException.class, () -> GlobalTransactions.call(() -> writing.write(1, "refused", null)));

        assertThat(refusal.error()).isEqualTo(ErrorCode.CONFLICT);
    }

    @Test
    void a_bug_cancels_the_branch_and_arrives_without_internals() {
        long noteId = ids.next();
        BusinessException fault = catchThrowableOfType(
                BusinessException.class,
                () -> GlobalTransactions.call(
                        () -> writing.write(noteId, "dropped", new IllegalStateException("internals"))));

        assertThat(fault.error()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(fault.getMessage()).doesNotContain("internals");
        Eventually.within(SOON, () -> assertThat(statuses(noteId)).isEmpty());
    }

    private List<String> statuses(long noteId) {
        return jdbc.sql("SELECT status FROM note WHERE note_id = ?")
                .param(noteId)
                .query(String.class)
                .list();
    }

    private int fenceRows(int status) {
        return jdbc.sql("SELECT COUNT(*) FROM tcc_fence_log WHERE status = ?")
                .param(status)
                .query(Integer.class)
                .single();
    }
}
