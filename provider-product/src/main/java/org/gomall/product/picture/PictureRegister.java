package org.gomall.product.picture;

import java.time.Clock;
import java.util.Map;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.product.PictureService;
import org.gomall.api.product.RegisterPictureCommand;
import org.gomall.product.audit.AuditTrail;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes whose pictures are whose. */
@DubboService
class PictureRegister implements PictureService {

    private final PictureMapper pictures;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PictureRegister(PictureMapper pictures, AuditTrail trail, TransactionTemplate transaction, Clock clock) {
        this.pictures = pictures;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void register(RegisterPictureCommand command) {
        if (pictures.countOf(command.shopId()) >= MOST_PER_SHOP) {
            throw new BusinessException(ErrorCode.CONFLICT, "A shop may have at most " + MOST_PER_SHOP + " pictures");
        }
        transaction.executeWithoutResult(status -> {
            pictures.insert(command, clock.instant());
            trail.tell(
                    command.actor(),
                    "picture.upload",
                    "picture:" + command.uploadId(),
                    Map.of("shop", "shop:" + command.shopId()));
        });
    }
}
