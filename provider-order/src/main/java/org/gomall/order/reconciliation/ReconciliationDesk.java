package org.gomall.order.reconciliation;

import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.ops.ReconciliationReport;
import org.gomall.api.ops.ReconciliationService;

/** The Dubbo face of reconciliation. */
@DubboService(timeout = 60_000)
class ReconciliationDesk implements ReconciliationService {

    private final Reconciliation reconciliation;
    private final Reports reports;

    ReconciliationDesk(Reconciliation reconciliation, Reports reports) {
        this.reconciliation = reconciliation;
        this.reports = reports;
    }

    @Override
    public ReconciliationReport last() {
        return reports.last()
                .orElseThrow(() -> new BusinessException(ErrorCode.ILLEGAL_STATE, "Nobody has looked yet"));
    }

    @Override
    public ReconciliationReport run() {
        return reconciliation.lookNow();
    }
}
