package org.gomall.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * RocketMQ's broker. The topics are created before anyone is told that it is ready: to a consumer which comes before
 * its topic the first message would be some 20 s late.
 */
final class RocketMqBroker extends JvmRecipe {

    static final String NAME = "broker";
    static final List<String> TOPICS = List.of(
            "gomall-order",
            "gomall-payment",
            "gomall-stock",
            "gomall-product",
            "gomall-user",
            "gomall-audit",
            "gomall-timer");

    private static final Duration ROUTE_WITHIN = Duration.ofSeconds(60);

    private final StackFolders folders;
    private final Ports ports;

    RocketMqBroker(StackFolders folders, Ports ports) {
        this.folders = folders;
        this.ports = ports;
    }

    static Part part(StackFolders folders, Ports ports) {
        int port = ports.of(Ports.BROKER);
        // The fast channel for producers is two below, the replication channel one above.
        List<Integer> all = List.of(port, port - 2, port + 1);
        return new Part(
                NAME,
                Part.Kind.SERVER,
                List.of(RocketMqNameServer.NAME),
                all,
                2,
                Duration.ofSeconds(240),
                new RocketMqBroker(folders, ports));
    }

    @Override
    public String marker() {
        return JavaCommand.marker(NAME, folders);
    }

    @Override
    JavaCommand command() throws IOException {
        Path configuration = folders.work(NAME).resolve("broker.conf");
        Files.write(
                configuration,
                List.of(
                        "brokerClusterName=gomall",
                        "brokerName=gomall-a",
                        "brokerId=0",
                        "namesrvAddr=127.0.0.1:" + ports.of(Ports.NAME_SERVER),
                        "listenPort=" + ports.of(Ports.BROKER),
                        "haListenPort=" + (ports.of(Ports.BROKER) + 1),
                        "bindAddress=127.0.0.1",
                        "brokerIP1=127.0.0.1",
                        "storePathRootDir=" + folders.data(NAME),
                        "storePathCommitLog=" + folders.data(NAME).resolve("commitlog"),
                        "autoCreateTopicEnable=false",
                        "mappedFileSizeCommitLog=67108864",
                        "mappedFileSizeConsumeQueue=600000",
                        "mappedFileSizeTimerLog=10485760",
                        "timerWheelEnable=true",
                        "traceTopicEnable=false",
                        "diskMaxUsedSpaceRatio=98",
                        // With the default of 10 s a thread spins until then.
                        "transactionMetricFlushInterval=1000",
                        // Every flush copies the whole timer wheel (37 MB): once a second, the default, is a fifth of a
                        // core. After a crash the broker reads what came since the last flush from its timer log.
                        "timerFlushIntervalMs=30000",
                        // How soon a half message whose producer died is asked back.
                        "transactionTimeOut=3000",
                        "transactionCheckInterval=3000",
                        // Each of them looks a hundred times a second, also where no timer is due.
                        "timerGetMessageThreadNum=1",
                        "timerPutMessageThreadNum=1",
                        "sendMessageThreadPoolNums=2",
                        "pullMessageThreadPoolNums=4",
                        "queryMessageThreadPoolNums=2",
                        "processReplyMessageThreadPoolNums=2",
                        "adminBrokerThreadPoolNums=2",
                        "clientManageThreadPoolNums=2",
                        "consumerManageThreadPoolNums=2",
                        "heartbeatThreadPoolNums=2",
                        "endTransactionThreadPoolNums=2",
                        "ackMessageThreadPoolNums=2",
                        "putMessageFutureThreadPoolNums=2",
                        "serverWorkerThreads=4",
                        "serverCallbackExecutorThreads=2"));
        return new JavaCommand(NAME, folders)
                .flag(JavaCommand.options("GOMALL_SERVER_JVM_OPTIONS"))
                .flag("-Xms64m", "-Xmx192m")
                .property("rocketmq.home.dir", folders.work(NAME))
                .property(RocketMqNameServer.NO_TLS, "disabled")
                .runJar(jar(), "-c", configuration.toString())
                .archivedAs(NAME);
    }

    private Path jar() throws IOException {
        return new OpeningJar(
                        "org.apache.rocketmq.broker.BrokerStartup",
                        JavaCommand.serverClassPath(folders, "rocketmq"),
                        List.of("java.base/java.nio", "java.base/sun.nio.ch"),
                        List.of("java.base/jdk.internal.ref"))
                .in(StackFolders.ensure(folders.binaries().resolve("opening-jars")));
    }

    @Override
    public boolean isReady() {
        return Probes.accepts(ports.of(Ports.BROKER));
    }

    @Override
    public void afterReady(Consumer<String> report) throws IOException, InterruptedException {
        RocketMqTopics topics = topics(ports);
        for (String topic : TOPICS) {
            topics.create(topic);
        }
        topics.awaitRoute(TOPICS.get(TOPICS.size() - 1), ROUTE_WITHIN);
    }

    static RocketMqTopics topics(Ports ports) {
        return new RocketMqTopics(
                Address.loopback(ports.of(Ports.BROKER)), Address.loopback(ports.of(Ports.NAME_SERVER)));
    }
}
