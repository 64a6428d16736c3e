package org.gomall.platform.sentinel;

import com.alibaba.csp.sentinel.slots.block.BlockException;
import com.alibaba.csp.sentinel.slots.block.flow.FlowException;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowException;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;

/** What a caller is told when Sentinel does not let its call through. */
public final class Blocked {

    private Blocked() {}

    /** 42900 if the caller asks too often, 50300 if the callee is in trouble (breaker open, system overloaded). */
    public static BusinessException asBusinessException(BlockException blocked) {
        boolean tooMany = blocked instanceof FlowException || blocked instanceof ParamFlowException;
        ErrorCode code = tooMany ? ErrorCode.RATE_LIMITED : ErrorCode.UNAVAILABLE;
        return new BusinessException(code, code.defaultMessage(), Map.of("retryAfterSeconds", tooMany ? 1 : 3));
    }
}
