package org.gomall.bench.dubbo;

import org.apache.dubbo.common.profiler.ProfilerSwitch;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ProtocolConfig;

/** Dubbo as the mall uses it (protocol, serialization, threads, class check), without anything of the mall in it. */
final class BareDubbo {

    /** 127.0.0.1 as one number: Dubbo takes the usual form for a mistake and listens everywhere. */
    static final String HOST = "2130706433";

    private BareDubbo() {}

    static ApplicationConfig application(String name) {
        ProfilerSwitch.disableSimpleProfiler();
        ApplicationConfig application = new ApplicationConfig(name);
        application.setLogger("jdk");
        application.setQosEnable(false);
        application.setEnableFileCache(false);
        application.setSerializeCheckStatus("STRICT");
        application.setCheckSerializable(true);
        return application;
    }

    static ProtocolConfig protocol(int port) {
        ProtocolConfig protocol = new ProtocolConfig("dubbo", port);
        protocol.setHost(HOST);
        protocol.setSerialization("hessian2");
        protocol.setPreferSerialization("hessian2");
        protocol.setThreadpool("cached");
        protocol.setThreads(200);
        return protocol;
    }
}
