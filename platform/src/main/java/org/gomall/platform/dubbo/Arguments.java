package org.gomall.platform.dubbo;

import org.apache.dubbo.rpc.Invocation;
import org.gomall.api.common.Checked;

/** Checks the arguments of a call, on both sides. */
final class Arguments {

    private Arguments() {}

    /** Refuses the call when a command in it is malformed. */
    static void check(Invocation invocation) {
        Object[] arguments = invocation.getArguments();
        if (arguments == null) {
            return;
        }
        for (Object argument : arguments) {
            if (argument instanceof Checked command) {
                command.check();
            }
        }
    }
}
