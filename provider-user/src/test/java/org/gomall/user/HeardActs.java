package org.gomall.user;

import java.util.List;
import org.gomall.api.common.Topics;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.test.Heard;
import org.springframework.stereotype.Component;

/** Remembers the privileged acts that came out of our outbox through RocketMQ. */
@Component
public class HeardActs extends Heard<PrivilegedAct> {

    HeardActs() {
        super("test-privileged-act", Topics.AUDIT, PrivilegedAct.class);
    }

    /** The acts on this subject so far. */
    public List<PrivilegedAct> on(String subject) {
        return matching(act -> act.subject().equals(subject));
    }
}
