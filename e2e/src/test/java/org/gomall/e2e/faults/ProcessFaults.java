package org.gomall.e2e.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gomall.e2e.Mall;
import org.gomall.localstack.LocalSystem;

/** Every process can be killed, stay away for a while, and freeze; applications can have a second instance. */
final class ProcessFaults implements FaultSource {

    private static final List<String> SERVERS = List.of("mariadb", "redis", "nacos", "seata", "broker", "namesrv");
    private static final Duration AWAY = Duration.ofSeconds(15);
    private static final Duration FROZEN = Duration.ofSeconds(15);

    @Override
    public List<Fault> faults(Mall mall) {
        LocalSystem system = mall.system();
        List<Fault> faults = new ArrayList<>();
        for (String application : Mall.applications()) {
            boolean web = application.equals("consumer-web");
            // There are two webs, and one of them may fail.
            String part = web ? application + "-2" : application;
            faults.add(ProcessFault.kill(system, part));
            faults.add(ProcessFault.frozen(system, part, FROZEN));
            if (!web) {
                faults.add(ProcessFault.outage(system, part, AWAY));
                faults.add(ProcessFault.oneOfTwo(system, application));
                faults.add(ProcessFault.rollingRestart(system, application));
            }
        }
        for (String server : SERVERS) {
            faults.add(ProcessFault.kill(system, server));
            faults.add(ProcessFault.outage(system, server, AWAY));
            faults.add(ProcessFault.frozen(system, server, FROZEN));
        }
        return faults;
    }
}
