package org.gomall.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpansTest {

    private final List<SpanData> ended = new CopyOnWriteArrayList<>();

    @AfterEach
    void off() {
        Spans.use(null);
    }

    @Test
    void without_an_endpoint_there_are_none() {
        assertThat(Spans.root(SpanKind.SERVER, "GET", null)).isSameAs(OpenSpan.NONE);
        assertThat(Spans.child(SpanKind.CLIENT, "SQL SELECT")).isSameAs(OpenSpan.NONE);
        assertThat(Spans.currentParent()).isEmpty();
        assertThat(OpenSpan.NONE.parent()).isEmpty();
    }

    @Test
    void a_trace_goes_on_in_another_process_and_after_its_span_has_ended() {
        on();
        String handedOver;
        String traceId;
        try (OpenSpan request = Spans.root(SpanKind.SERVER, "GET /", null)) {
            traceId = request.traceId();
            handedOver = Spans.currentParent();
        }
        try (OpenSpan handling = Spans.root(SpanKind.CONSUMER, "handle", handedOver)) {
            assertThat(handling.traceId()).isEqualTo(traceId);
        }
        Spans.after(SpanKind.PRODUCER, "send", handedOver).close();

        assertThat(traceId).matches("[0-9a-f]{32}");
        assertThat(TraceParent.traceIdOf(handedOver)).isEqualTo(traceId);
        assertThat(ended).extracting(SpanData::getName).containsExactly("GET /", "handle", "send");
        assertThat(ended.subList(1, 3))
                .extracting(SpanData::getParentSpanId)
                .containsOnly(ended.get(0).getSpanId());
    }

    @Test
    void what_belongs_to_no_request_leaves_no_span() {
        on();

        Spans.child(SpanKind.CLIENT, "SQL SELECT").close();
        Spans.after(SpanKind.PRODUCER, "send", "").close();
        Spans.after(SpanKind.PRODUCER, "send", "4bf92f3577b34da6a3ce929d0e0e4736")
                .close();

        assertThat(ended).isEmpty();
    }

    @Test
    void statements_are_spans_with_their_text_and_the_kind_of_their_failure() throws Exception {
        on();
        DataSource source = new TracedDataSource(stub(DataSource.class, false));
        DataSource broken = new TracedDataSource(stub(DataSource.class, true));

        try (OpenSpan request = Spans.root(SpanKind.SERVER, "GET /", null)) {
            try (Connection connection = source.getConnection();
                    PreparedStatement statement = connection.prepareStatement("SELECT a FROM b WHERE c = ?")) {
                statement.execute();
                connection.commit();
            }
            try (Connection connection = broken.getConnection();
                    PreparedStatement statement = connection.prepareStatement("UPDATE b SET a = 1")) {
                assertThatThrownBy(statement::executeUpdate).isInstanceOf(SQLException.class);
            }
        }

        assertThat(ended)
                .extracting(SpanData::getName)
                .containsExactly("SQL SELECT", "SQL COMMIT", "SQL UPDATE", "GET /");
        assertThat(ended.get(0).getAttributes().asMap()).containsValue("SELECT a FROM b WHERE c = ?");
        assertThat(ended.get(2).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(ended.get(2).getAttributes().asMap())
                .containsValue("java.sql.SQLException")
                .doesNotContainValue("secret");
    }

    private void on() {
        Spans.use(SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new SpanExporter() {
                    @Override
                    public CompletableResultCode export(Collection<SpanData> spans) {
                        ended.addAll(spans);
                        return CompletableResultCode.ofSuccess();
                    }

                    @Override
                    public CompletableResultCode flush() {
                        return CompletableResultCode.ofSuccess();
                    }

                    @Override
                    public CompletableResultCode shutdown() {
                        return CompletableResultCode.ofSuccess();
                    }
                }))
                .build()
                .get("test"));
    }

    /** Gives further stubs, false and 0; one that is broken throws when something is executed. */
    private static <T> T stub(Class<T> type, boolean broken) {
        return type.cast(Proxy.newProxyInstance(
                SpansTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (broken && method.getName().startsWith("execute")) {
                        throw new SQLException("secret");
                    }
                    Class<?> result = method.getReturnType();
                    if (result == Connection.class || result == PreparedStatement.class) {
                        return stub(result, broken);
                    }
                    if (result == boolean.class) {
                        return false;
                    }
                    return result == int.class ? 0 : null;
                }));
    }
}
