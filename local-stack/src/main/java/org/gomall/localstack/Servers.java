package org.gomall.localstack;

import java.util.List;
import java.util.Map;

/** The servers of a stack, and how applications are told where they are and what proves that they belong to it. */
final class Servers {

    private Servers() {}

    static List<Part> parts(StackFolders folders, Ports ports) {
        return List.of(
                MariaDb.part(folders, ports),
                Redis.part(folders, ports),
                NacosServer.part(folders, ports),
                SeataServer.part(folders, ports),
                RocketMqNameServer.part(folders, ports),
                RocketMqBroker.part(folders, ports));
    }

    static Map<String, String> environment(StackFolders folders, Ports ports) {
        return Map.of(
                "GOMALL_DUBBO_SECRET", DubboSecret.of(folders),
                "GOMALL_NACOS", Address.loopback(ports.of(Ports.NACOS)).toString(),
                "GOMALL_DB", Address.loopback(ports.of(Ports.MARIADB)).toString(),
                "GOMALL_DB_USER", MariaDb.USER,
                "GOMALL_DB_PASSWORD", MariaDb.PASSWORD,
                "GOMALL_REDIS", Address.loopback(ports.of(Ports.REDIS)).toString(),
                "GOMALL_ROCKETMQ", Address.loopback(ports.of(Ports.NAME_SERVER)).toString(),
                "GOMALL_SEATA", Address.loopback(ports.of(Ports.SEATA)).toString());
    }
}
