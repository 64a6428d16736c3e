package org.gomall.stock;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gomall.api.common.Topics;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.boot.test.context.TestComponent;

/** Listens to what stock tells the audit log, through the real broker. */
@TestComponent
public class HeardActs implements EventHandler<PrivilegedAct> {

    private final List<PrivilegedAct> heard = new CopyOnWriteArrayList<>();

    /** What was said about a SKU. */
    public List<PrivilegedAct> about(long skuId) {
        return heard.stream()
                .filter(act -> act.subject().equals("sku:" + skuId))
                .toList();
    }

    @Override
    public String topic() {
        return Topics.AUDIT;
    }

    @Override
    public Class<PrivilegedAct> type() {
        return PrivilegedAct.class;
    }

    @Override
    public void handle(PrivilegedAct event) {
        heard.add(event);
    }
}
