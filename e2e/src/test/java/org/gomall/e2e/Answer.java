package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the REST API answered: status, envelope and headers. */
public record Answer(HttpResponse<String> response, JsonNode envelope) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response, type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode());
    }

    public int status() {
        return response.statusCode();
    }

    public int code() {
        return envelope.path("code").asInt(-1);
    }

    public JsonNode data() {
        return envelope.path("data");
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** Fails with the whole answer unless it is a success. */
    public Answer ok() {
        assertThat(status()).as("%s", this).isBetween(200, 299);
        assertThat(code()).as("%s", this).isZero();
        return this;
    }

    /** Fails with the whole answer unless it was refused with this code and the status that belongs to it. */
    public Answer refused(int code) {
        assertThat(code()).as("%s", this).isEqualTo(code);
        assertThat(status()).as("%s", this).isEqualTo(code / 100);
        assertThat(envelope.path("traceId").asString("")).as("%s", this).isNotBlank();
        return this;
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.uri().getPath() + " -> " + status() + " " + response.body();
    }
}
