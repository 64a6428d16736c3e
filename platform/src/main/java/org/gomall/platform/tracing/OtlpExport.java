package org.gomall.platform.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sends spans to an OTLP collector, in the background and in batches; what does not fit while the collector is slow or away
 * is dropped, never waited for.
 */
final class OtlpExport implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int QUEUE = 4_096;

    private final SdkTracerProvider provider;

    /**
     * @param endpoint base address, as in OTEL_EXPORTER_OTLP_ENDPOINT, for example {@code http://collector:4318}
     * @param share of the traces that begin here which are kept, 0 to 1; whoever hands a trace over has decided already
     */
    OtlpExport(String endpoint, double share, String application, String instance) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.replaceAll("/+$", "") + "/v1/traces")
                .setTimeout(TIMEOUT)
                .build();
        provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.builder()
                                .put("service.namespace", "gomall")
                                .put("service.name", application)
                                .put("service.instance.id", instance)
                                .build())))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(PAUSE)
                        .setMaxQueueSize(QUEUE)
                        .build())
                .build();
        Spans.use(provider.get("org.gomall"));
    }

    @Override
    public void close() {
        Spans.use(null);
        provider.shutdown().join(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }
}
