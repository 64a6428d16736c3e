package org.gomall.platform.process;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gomall.platform.tracing.TraceId;
import tools.jackson.databind.json.JsonMapper;

/** Log lines as JSON, one object a line, with the same masking as the text form ({@code GOMALL_LOG_FORMAT=json}). */
public final class JsonLines extends EncoderBase<ILoggingEvent> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FRAMES = "40";

    private final MaskedException exceptions = new MaskedException();
    private String application = "";
    private String instance = "";

    /** Which application writes; set by the configuration file. */
    public void setApplication(String application) {
        this.application = application;
    }

    /** Which of its instances; set by the configuration file. */
    public void setInstance(String instance) {
        this.instance = instance;
    }

    @Override
    public void start() {
        exceptions.setOptionList(List.of(FRAMES));
        exceptions.setContext(getContext());
        exceptions.start();
        super.start();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", Instant.ofEpochMilli(event.getTimeStamp()).toString());
        line.put("level", event.getLevel().toString());
        line.put("application", application);
        line.put("instance", instance);
        line.put("traceId", event.getMDCPropertyMap().getOrDefault(TraceId.KEY, ""));
        line.put("logger", event.getLoggerName());
        line.put("thread", event.getThreadName());
        line.put("message", MaskedMessage.mask(event.getFormattedMessage()));
        if (event.getThrowableProxy() != null) {
            line.put("exception", exceptions.convert(event));
        }
        return (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] headerBytes() {
        return null;
    }

    @Override
    public byte[] footerBytes() {
        return null;
    }
}
