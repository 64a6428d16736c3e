package org.gomall.platform.cells;

import java.util.Map;
import java.util.OptionalInt;
import org.apache.dubbo.common.URL;
import org.apache.dubbo.common.utils.Holder;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.cluster.router.RouterSnapshotNode;
import org.apache.dubbo.rpc.cluster.router.state.AbstractStateRouter;
import org.apache.dubbo.rpc.cluster.router.state.BitList;
import org.gomall.platform.instance.InstanceMetadata;
import org.gomall.platform.instance.SortedInstances;

/**
 * Sends a call to the instances of the cell that keeps its rows; instances that name no cell are those of cell 0, from before
 * there were others. A service that is not kept in cells is asked at the instances that serve the caller's own cell, else at those
 * that serve none in particular. Where that leaves nobody, nobody is asked: half an answer would look like a whole one.
 */
final class CellRouter<T> extends AbstractStateRouter<T> {

    private static final int NO_CELL = -1;
    private static final int FIRST = 0;

    private final CellOfCall cellOfCall;
    private volatile Cells cells;
    private volatile Map<Integer, BitList<Invoker<T>>> byCell = Map.of();

    CellRouter(Class<T> service, URL reference) {
        super(reference);
        this.cellOfCall = new CellOfCall(service);
    }

    @Override
    public void notify(BitList<Invoker<T>> instances) {
        byCell = SortedInstances.by(url -> url.getParameter(InstanceMetadata.CELL, NO_CELL), instances);
    }

    @Override
    protected BitList<Invoker<T>> doRoute(
            BitList<Invoker<T>> instances,
            URL reference,
            Invocation call,
            boolean needToPrintMessage,
            Holder<RouterSnapshotNode<T>> snapshot,
            Holder<String> message) {
        Cells placement = cells();
        if (placement == null || placement.isOne()) {
            return instances;
        }
        boolean kept = cellOfCall.isKeptInCells();
        OptionalInt cell = kept ? cellOfCall.in(placement, call) : placement.own();
        BitList<Invoker<T>> found = cell.isPresent() ? byCell.get(cell.getAsInt()) : null;
        if (found == null && (!kept || cell.isPresent() && cell.getAsInt() == FIRST)) {
            found = byCell.get(NO_CELL);
        }
        return found == null ? BitList.emptyList() : instances.and(found);
    }

    /** Known before the first call, but not yet when references are made. */
    private Cells cells() {
        if (cells == null) {
            cells = getUrl().getOrDefaultApplicationModel().getBeanFactory().getBean(Cells.class);
        }
        return cells;
    }
}
