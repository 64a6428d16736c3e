package org.gomall.platform.sentinel;

import com.alibaba.csp.sentinel.slots.block.BlockException;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeException;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;

/** What a caller is told when Sentinel does not let its call through. */
public final class Blocked {

    private Blocked() {}

    /**
     * 42900 if the caller asks too often or the process has too much to do, 50300 with the breaker's pause if the callee is
     * in trouble. Never a value: on a write path it would be taken for success.
     */
    public static BusinessException asBusinessException(BlockException blocked) {
        if (blocked instanceof DegradeException broken) {
            int pause = broken.getRule() == null ? 1 : broken.getRule().getTimeWindow();
            return refusal(ErrorCode.UNAVAILABLE, Math.max(1, pause));
        }
        return refusal(ErrorCode.RATE_LIMITED, 1);
    }

    private static BusinessException refusal(ErrorCode code, int seconds) {
        return new BusinessException(code, code.defaultMessage(), Map.of("retryAfterSeconds", seconds));
    }
}
