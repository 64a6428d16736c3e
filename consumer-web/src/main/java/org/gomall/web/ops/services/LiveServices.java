package org.gomall.web.ops.services;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** All applications as they are now, and how they were over the last two minutes (in the memory of this instance). */
@Component
class LiveServices implements DisposableBean {

    private static final int EVERY_SECONDS = 5;
    private static final int SAMPLES = 24;

    private final Processes processes;
    private final Applications applications;
    private final Map<String, Deque<Sample>> history = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "live-services");
        thread.setDaemon(true);
        return thread;
    });

    LiveServices(Processes processes, Applications applications) {
        this.processes = processes;
        this.applications = applications;
    }

    /** The figures of an application at one moment. */
    record Sample(double qps, double p95Millis, double errorRate) {}

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        clockwork.scheduleWithFixedDelay(this::sample, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void destroy() {
        clockwork.shutdownNow();
    }

    List<ServiceFigures> now() {
        List<ProcessFigures> all = processes.all();
        return applications.names().stream()
                .map(name -> ServiceFigures.of(name, all))
                .toList();
    }

    /** Oldest first. */
    List<Sample> history(String application) {
        Deque<Sample> samples = history.get(application);
        if (samples == null) {
            return List.of();
        }
        synchronized (samples) {
            return new ArrayList<>(samples);
        }
    }

    void sample() {
        for (ServiceFigures service : now()) {
            Deque<Sample> samples = history.computeIfAbsent(service.application(), any -> new ArrayDeque<>());
            synchronized (samples) {
                samples.add(new Sample(service.qps(), service.p95Millis(), service.errorRate()));
                if (samples.size() > SAMPLES) {
                    samples.remove();
                }
            }
        }
    }
}
