package org.gomall.order.refund;

import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.Page;
import org.gomall.api.order.ApproveRefundCommand;
import org.gomall.api.order.RefundDecisionService;
import org.gomall.api.order.RefundQuery;
import org.gomall.api.order.RefundRequestView;
import org.gomall.api.order.RefuseRefundCommand;

/** The Dubbo face of refunds for those who decide about them. */
@DubboService(timeout = 3000)
class RefundDecisions implements RefundDecisionService {

    private final RefundDesk desk;
    private final RefundReader reader;
    private final MoneyBack money;

    RefundDecisions(RefundDesk desk, RefundReader reader, MoneyBack money) {
        this.desk = desk;
        this.reader = reader;
        this.money = money;
    }

    @Override
    public Page<RefundRequestView> list(RefundQuery query) {
        return reader.page(query);
    }

    @Override
    public RefundRequestView get(Long shopId, long refundId) {
        return reader.view(shopId, refundId);
    }

    @Override
    public RefundRequestView approve(ApproveRefundCommand command) {
        money.drive(desk.approve(command));
        return reader.view(command.shopId(), command.refundId());
    }

    @Override
    public RefundRequestView refuse(RefuseRefundCommand command) {
        desk.refuse(command);
        return reader.view(command.shopId(), command.refundId());
    }
}
