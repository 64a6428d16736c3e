package org.gomall.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gomall.platform.tracing.TraceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogFormatTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final LoggerContext context = new LoggerContext();

    @Test
    void a_line_of_json_says_where_it_comes_from_and_hides_secrets() {
        JsonLines lines = new JsonLines();
        lines.setContext(context);
        lines.setApplication("provider-order");
        lines.setInstance("127.0.0.1:20884");
        lines.start();

        JsonNode line = new JsonMapper().readTree(encoded(lines));

        assertThat(line.path("time").asString()).endsWith("Z");
        assertThat(line.path("level").asString()).isEqualTo("WARN");
        assertThat(line.path("application").asString()).isEqualTo("provider-order");
        assertThat(line.path("instance").asString()).isEqualTo("127.0.0.1:20884");
        assertThat(line.path("traceId").asString()).isEqualTo(TRACE);
        assertThat(line.path("logger").asString()).isEqualTo("org.gomall.Some");
        assertThat(line.path("message").asString()).isEqualTo("refused, password=***");
        assertThat(line.path("exception").asString())
                .startsWith("java.lang.IllegalStateException: token=***")
                .contains("Caused by: java.io.IOException: card **** declined")
                .contains("LogFormatTest");
        assertThat(encoded(lines)).endsWith("}\n").containsOnlyOnce("\n");
    }

    @Test
    void the_text_form_hides_secrets_in_exceptions_as_well() {
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("maskedException", MaskedException::new);
        layout.setPattern("%maskedException{40}");
        layout.start();

        assertThat(layout.doLayout(event())).contains("token=***", "card ****").doesNotContain("abc123", "4929");
    }

    @ParameterizedTest
    @CsvSource({"text, PatternLayoutEncoder", "json, JsonLines"})
    void each_form_has_its_file(String format, String encoder) throws JoranException {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(("<configuration><include resource=\"gomall-logback-" + format
                        + ".xml\"/><root level=\"WARN\"><appender-ref ref=\"CONSOLE\"/></root></configuration>")
                .getBytes(StandardCharsets.UTF_8)));

        ConsoleAppender<?> console =
                (ConsoleAppender<?>) context.getLogger("ROOT").getAppender("CONSOLE");
        assertThat(console.getEncoder().getClass().getSimpleName()).isEqualTo(encoder);
        assertThat(console.isStarted()).isTrue();
    }

    @Test
    void any_other_format_is_refused_by_name() {
        assertThatThrownBy(() -> ProcessEnvironment.checkLogFormat("yaml"))
                .hasMessageContaining("GOMALL_LOG_FORMAT")
                .hasMessageContaining("json");
    }

    private String encoded(Encoder<ILoggingEvent> encoder) {
        return new String(encoder.encode(event()), StandardCharsets.UTF_8);
    }

    private LoggingEvent event() {
        Exception thrown =
                new IllegalStateException("token=abc123", new java.io.IOException("card 4929718302649170 declined"));
        LoggingEvent event = new LoggingEvent(
                "caller", context.getLogger("org.gomall.Some"), Level.WARN, "refused, password=geheim", thrown, null);
        event.setMDCPropertyMap(Map.of(TraceId.KEY, TRACE));
        return event;
    }
}
