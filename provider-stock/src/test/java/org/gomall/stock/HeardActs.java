package org.gomall.stock;

import java.util.List;
import org.gomall.api.common.Topics;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.test.Heard;
import org.springframework.boot.test.context.TestComponent;

/** Listens to what stock tells the audit log, through the real broker. */
@TestComponent
public class HeardActs extends Heard<PrivilegedAct> {

    HeardActs() {
        super("HeardActs", Topics.AUDIT, PrivilegedAct.class);
    }

    /** What was said about a SKU. */
    public List<PrivilegedAct> about(long skuId) {
        return matching(act -> act.subject().equals("sku:" + skuId));
    }
}
