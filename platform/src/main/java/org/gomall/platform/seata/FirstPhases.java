package org.gomall.platform.seata;

import static org.apache.seata.integration.tx.api.fence.constant.CommonFenceConstant.STATUS_TRIED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.seata.common.executor.Callback;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * First phases of TCC branches that write their fence rows themselves, so that several of them can share one transaction. The
 * rule is Seata's: the fence row comes into being in the transaction of the first phase, and where there is one already (the Cancel
 * was first) that transaction fails.
 */
public final class FirstPhases {

    private static final ThreadLocal<OpenBranch> CURRENT = new ThreadLocal<>();

    private final Set<String> fencingThemselves = ConcurrentHashMap.newKeySet();
    private final JdbcClient jdbc;

    FirstPhases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on the first phase of this action runs without a transaction and must call {@link #fence} in its own. */
    public void fencesItself(String action) {
        fencingThemselves.add(action);
    }

    /** The branch whose first phase this thread runs. */
    public static OpenBranch current() {
        OpenBranch branch = CURRENT.get();
        if (branch == null) {
            throw new IllegalStateException("no first phase runs here");
        }
        return branch;
    }

    /**
     * Writes the fence rows of these branches with one statement, in the current transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException when one of them was cancelled before
     */
    public void fence(List<OpenBranch> branches) {
        List<Object> values = new ArrayList<>();
        for (OpenBranch branch : branches) {
            values.addAll(List.of(branch.xid(), branch.branchId(), branch.action(), STATUS_TRIED));
        }
        jdbc.sql("INSERT INTO tcc_fence_log (xid, branch_id, action_name, status, gmt_create, gmt_modified) VALUES "
                        + String.join(
                                ", ",
                                Collections.nCopies(
                                        branches.size(), "(?, ?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))")))
                .params(values)
                .update();
    }

    boolean isFencingItself(String action) {
        return fencingThemselves.contains(action);
    }

    static Object run(OpenBranch branch, Callback<Object> first) {
        CURRENT.set(branch);
        try {
            return first.execute();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        } finally {
            CURRENT.remove();
        }
    }
}
