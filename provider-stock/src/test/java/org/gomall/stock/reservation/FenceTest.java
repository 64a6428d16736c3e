package org.gomall.stock.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gomall.stock.reservation.ReservingTest.refused;

import java.util.List;
import org.apache.seata.common.Constants;
import org.apache.seata.core.model.BranchStatus;
import org.apache.seata.core.model.BranchType;
import org.apache.seata.core.model.ResourceManager;
import org.apache.seata.integration.tx.api.fence.DefaultCommonFenceHandler;
import org.apache.seata.rm.DefaultResourceManager;
import org.apache.seata.tm.api.GlobalTransaction;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.ReserveLine;
import org.gomall.api.stock.StockLevel;
import org.gomall.platform.seata.FirstPhases;
import org.gomall.stock.StockCaller;
import org.gomall.stock.StockRows;
import org.gomall.stock.StockTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Try, Confirm and Cancel in every order in which a coordinator may ask for them. Second phases are delivered by hand to
 * the resource manager, the way a coordinator delivers them that lost the first answer.
 */
@StockTest
class FenceTest {

    private final ResourceManager resources = DefaultResourceManager.get();

    @Autowired
    StockRows rows;

    @Autowired
    StockCaller caller;

    @Autowired
    Shelves shelves;

    @Test
    void a_repeated_confirm_does_nothing() throws Exception {
        long sku = rows.sku(5);
        long order = rows.number();
        String xid = caller.reserve(order, sku, 2);

        assertThat(confirm(ReserveBranch.NAME, xid, rows.branch(xid), orderIds(order)))
                .isEqualTo(BranchStatus.PhaseTwo_Committed);

        assertThat(rows.reservation(order)).containsExactly("RESERVED 2");
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 3, 2, 0));
    }

    @Test
    void a_repeated_confirm_after_the_sale_does_nothing() throws Exception {
        long sku = rows.sku(5);
        long order = rows.number();
        String xid = caller.reserve(order, sku, 2);
        caller.service().sell(order);

        confirm(ReserveBranch.NAME, xid, rows.branch(xid), orderIds(order));

        assertThat(rows.reservation(order)).containsExactly("SOLD 2");
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 3, 0, 2));
    }

    @Test
    void a_repeated_cancel_gives_back_once() throws Exception {
        long sku = rows.sku(5);
        long order = rows.number();
        GlobalTransaction placing = caller.begin(12_000);
        caller.service().reserve(StockCaller.command(order, sku, 2));
        placing.rollback();

        String xid = placing.getXid();
        assertThat(cancel(ReserveBranch.NAME, xid, rows.branch(xid), orderIds(order)))
                .isEqualTo(BranchStatus.PhaseTwo_Rollbacked);

        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 5, 0, 0));
        rows.assertExact(sku);
    }

    @Test
    void a_cancel_without_a_try_passes_and_keeps_a_late_try_out() throws Exception {
        long sku = rows.sku(5);
        long order = rows.number();
        String xid = "test:" + rows.number();
        long branch = rows.number();

        assertThat(cancel(ReserveBranch.NAME, xid, branch, orderIds(order)))
                .isEqualTo(BranchStatus.PhaseTwo_Rollbacked);
        assertThat(rows.fence(xid)).containsExactly(4);
        assertThatThrownBy(() -> lateTry(xid, branch, order, sku)).satisfies(refused(ErrorCode.ILLEGAL_STATE));

        assertThat(rows.reservation(order)).isEmpty();
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 5, 0, 0));
    }

    @Test
    void a_try_that_was_refused_leaves_nothing_to_cancel() throws Exception {
        long sku = rows.sku(1);
        long order = rows.number();
        GlobalTransaction placing = caller.begin(12_000);
        assertThatThrownBy(() -> caller.service().reserve(StockCaller.command(order, sku, 2)))
                .isNotNull();
        placing.rollback();

        assertThat(rows.fence(placing.getXid())).allMatch(status -> status == 4);
        assertThat(rows.reservation(order)).isEmpty();
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 1, 1, 0, 0));
    }

    @Test
    void a_confirm_after_the_cancel_is_refused() throws Exception {
        long sku = rows.sku(5);
        long order = rows.number();
        GlobalTransaction placing = caller.begin(12_000);
        caller.service().reserve(StockCaller.command(order, sku, 2));
        placing.rollback();

        String xid = placing.getXid();
        assertThat(confirm(ReserveBranch.NAME, xid, rows.branch(xid), orderIds(order)))
                .isNotEqualTo(BranchStatus.PhaseTwo_Committed);

        assertThat(rows.reservation(order)).containsExactly("RELEASED 2");
    }

    @Test
    void a_cancel_after_the_confirm_is_refused() throws Exception {
        long sku = rows.sku(5);
        long order = rows.number();
        String xid = caller.reserve(order, sku, 2);

        assertThat(cancel(ReserveBranch.NAME, xid, rows.branch(xid), orderIds(order)))
                .isNotEqualTo(BranchStatus.PhaseTwo_Rollbacked);

        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 3, 2, 0));
    }

    @Test
    void repeated_second_phases_of_a_release_do_nothing() throws Exception {
        long sku = rows.sku(5);
        long kept = rows.number();
        long given = rows.number();
        caller.reserve(kept, sku, 1);
        caller.reserve(given, sku, 2);

        GlobalTransaction undone = caller.begin(12_000);
        caller.service().release(kept);
        undone.rollback();
        String done = caller.release(given);
        cancel(ReleaseBranch.NAME, undone.getXid(), rows.branch(undone.getXid()), "\"orderId\":" + kept);
        confirm(ReleaseBranch.NAME, done, rows.branch(done), "\"orderId\":" + given);

        assertThat(rows.reservation(kept)).containsExactly("RESERVED 1");
        assertThat(rows.reservation(given)).containsExactly("RELEASED 2");
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 4, 1, 0));
        rows.assertExact(sku);
    }

    private void lateTry(String xid, long branch, long order, long sku) {
        DefaultCommonFenceHandler.get().prepareFence(xid, branch, ReserveBranch.NAME, () -> {
            shelves.take(FirstPhases.current(), List.of(new ReserveLine(order, sku, 2)));
            return null;
        });
    }

    private BranchStatus confirm(String resource, String xid, long branch, String content) throws Exception {
        return resources.branchCommit(BranchType.TCC, xid, branch, resource, data(content));
    }

    private BranchStatus cancel(String resource, String xid, long branch, String content) throws Exception {
        return resources.branchRollback(BranchType.TCC, xid, branch, resource, data(content));
    }

    private static String orderIds(long order) {
        return "\"orderIds\":[" + order + "]";
    }

    private static String data(String content) {
        return "{\"" + Constants.TX_ACTION_CONTEXT + "\":{\"" + Constants.USE_COMMON_FENCE + "\":true," + content
                + "}}";
    }
}
