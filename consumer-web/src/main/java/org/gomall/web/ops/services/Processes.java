package org.gomall.web.ops.services;

import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.pojo.Instance;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gomall.platform.instance.InstanceMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs: the instances that Nacos knows, joined with the figures that each tells about itself. Asked for at most once
 * a second, all at once; whoever does not answer within a second is reported as silent. Never fails: while Nacos is away
 * the instances are those it knew last.
 */
@Component
public class Processes {

    private static final Logger log = LoggerFactory.getLogger(Processes.class);
    private static final Duration CONNECT_WITHIN = Duration.ofMillis(300);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final ObjectProvider<NamingService> nacos;
    private final Applications applications;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
    private List<ProcessFigures> latest = List.of();
    private long askedAt = System.nanoTime() - FRESH_NANOS;

    Processes(ObjectProvider<NamingService> nacos, Applications applications) {
        this.nacos = nacos;
        this.applications = applications;
    }

    /** All instances, ordered by application and address. */
    public synchronized List<ProcessFigures> all() {
        if (System.nanoTime() - askedAt >= FRESH_NANOS) {
            List<CompletableFuture<ProcessFigures>> questions = new ArrayList<>();
            for (String application : applications.names()) {
                for (Instance instance : instances(application)) {
                    questions.add(ask(application, instance));
                }
            }
            latest = questions.stream()
                    .map(CompletableFuture::join)
                    .sorted(Comparator.comparing(ProcessFigures::instance))
                    .sorted(Comparator.comparing(ProcessFigures::application))
                    .toList();
            askedAt = System.nanoTime();
        }
        return latest;
    }

    /** One Sentinel resource in each instance of an application that knows it. */
    public List<ResourceFigures> resource(String application, String resource) {
        return all().stream()
                .filter(process -> process.application().equals(application))
                .flatMap(process -> process.resources().stream())
                .filter(figures -> figures.resource().equals(resource))
                .toList();
    }

    private List<Instance> instances(String application) {
        try {
            NamingService registry = nacos.getIfAvailable();
            return registry == null ? List.of() : List.copyOf(registry.getAllInstances(application));
        } catch (NacosException | RuntimeException e) {
            log.debug("Nacos tells no instances of {}", application, e);
            return List.of();
        }
    }

    private CompletableFuture<ProcessFigures> ask(String application, Instance known) {
        ProcessFigures silent = ProcessFigures.silent(
                application,
                Address.of(known),
                known.isHealthy() && known.isEnabled(),
                known.getWeight(),
                known.getMetadata());
        String port = known.getMetadata().get(InstanceMetadata.MANAGEMENT_PORT);
        if (port == null) {
            return CompletableFuture.completedFuture(silent);
        }
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + Address.host(known) + ":" + port + "/actuator/figures"))
                .timeout(ANSWER_WITHIN)
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> silent.answering(JSON.readValue(answer.body(), ProcessFigures.Answer.class)))
                .exceptionally(nobody -> silent);
    }
}
