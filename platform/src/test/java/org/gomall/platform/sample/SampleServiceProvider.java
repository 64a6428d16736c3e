package org.gomall.platform.sample;

import java.util.List;
import java.util.Map;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.seata.core.context.RootContext;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.platform.tracing.TraceId;
import org.springframework.dao.QueryTimeoutException;

@DubboService
class SampleServiceProvider implements SampleService {

    @Override
    public String traceId() {
        return TraceId.current();
    }

    @Override
    public Page<String> page(String text) {
        return new Page<>(List.of(text), 1, 20, 1);
    }

    @Override
    public void fail(String how) {
        switch (how) {
            case "refusal" ->
                throw new BusinessException(ErrorCode.OUT_OF_STOCK, "gone", Map.of("skuId", 42L, "available", 3));
            case "database" -> throw new QueryTimeoutException("too slow");
            default -> throw new IllegalStateException("secret internals");
        }
    }

    @Override
    public void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String xid() {
        return RootContext.getXID();
    }
}
