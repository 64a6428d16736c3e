package org.gomall.user;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gomall.api.common.Topics;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Remembers the privileged acts that came out of our outbox through RocketMQ. */
@Component
public class HeardActs implements EventHandler<PrivilegedAct> {

    private final List<PrivilegedAct> acts = new CopyOnWriteArrayList<>();

    @Override
    public String topic() {
        return Topics.AUDIT;
    }

    @Override
    public Class<PrivilegedAct> type() {
        return PrivilegedAct.class;
    }

    @Override
    public String name() {
        return "test-privileged-act";
    }

    @Override
    public void handle(PrivilegedAct act) {
        acts.add(act);
    }

    /** The acts on this subject so far. */
    public List<PrivilegedAct> on(String subject) {
        return acts.stream().filter(act -> act.subject().equals(subject)).toList();
    }
}
