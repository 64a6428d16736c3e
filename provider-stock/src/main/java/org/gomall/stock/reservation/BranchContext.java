package org.gomall.stock.reservation;

import java.util.Collection;
import java.util.List;
import org.apache.seata.rm.tcc.api.BusinessActionContext;

/** Reads what a Try left for its second phase: it went through JSON, so a number may come back as any kind of number. */
final class BranchContext {

    private BranchContext() {}

    static long number(BusinessActionContext context, String name) {
        return toLong(context.getActionContext(name));
    }

    static List<Long> numbers(BusinessActionContext context, String name) {
        return ((Collection<?>) context.getActionContext(name))
                .stream().map(BranchContext::toLong).toList();
    }

    private static long toLong(Object value) {
        return ((Number) value).longValue();
    }
}
