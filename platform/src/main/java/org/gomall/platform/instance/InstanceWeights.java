package org.gomall.platform.instance;

import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.listener.Event;
import com.alibaba.nacos.api.naming.listener.NamingEvent;
import com.alibaba.nacos.api.naming.pojo.Instance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The weights of instances as they stand in Nacos. Watched from the moment on at which there is a choice between two
 * instances of an application; until the first news, and while Nacos is away for long, all weigh the same.
 */
public final class InstanceWeights implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(InstanceWeights.class);

    private final Supplier<NamingService> nacos;
    private final ConcurrentMap<String, Map<String, Double>> byApplication = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "instance-weights");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param nacos asked only when it is needed, because it opens a connection
     */
    InstanceWeights(Supplier<NamingService> nacos) {
        this.nacos = nacos;
    }

    /**
     * Nacos' weight: 1 unless somebody has changed it, 0 for no traffic.
     *
     * @param address host and port as Dubbo knows them
     */
    double of(String application, String address) {
        Map<String, Double> known = byApplication.get(application);
        if (known == null) {
            if (application != null && byApplication.putIfAbsent(application, Map.of()) == null) {
                worker.execute(() -> watch(application));
            }
            return 1;
        }
        return known.getOrDefault(address, 1.0);
    }

    private void watch(String application) {
        try {
            nacos.get().subscribe(application, this::accept);
        } catch (NacosException e) {
            log.warn("The weights of {} are not known, all instances get the same: {}", application, e.toString());
        }
    }

    private void accept(Event event) {
        if (event instanceof NamingEvent news) {
            String name = news.getServiceName();
            byApplication.put(
                    name.substring(name.lastIndexOf('@') + 1),
                    news.getInstances().stream()
                            .collect(Collectors.toMap(
                                    instance -> instance.getIp() + ":" + instance.getPort(),
                                    Instance::getWeight,
                                    (one, other) -> one)));
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
