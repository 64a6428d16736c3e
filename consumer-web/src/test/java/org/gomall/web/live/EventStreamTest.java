package org.gomall.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.gomall.slice.Browser;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What tests of a stream of events have in common: it is about something of alice's. */
@SliceTest
@Timeout(30)
public abstract class EventStreamTest {

    @LocalServerPort
    private int port;

    @Autowired
    protected LiveStreams live;

    private final String path;
    private EventReader reader;

    /** About the stream at this path. */
    protected EventStreamTest(String path) {
        this.path = path;
    }

    @BeforeEach
    void prepare() {
        reader = new EventReader(port, path, live);
    }

    @AfterEach
    void leave() throws IOException {
        reader.close();
    }

    @Test
    void does_not_exist_for_anybody_else() throws Exception {
        HttpResponse<InputStream> answer = reader.ask(Browser.at(port).token("nova"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("40400");
        assertThat(live.openStreams()).isZero();
    }

    /** Alice begins to read. */
    protected final BufferedReader read() throws Exception {
        return read(tokenOfAlice());
    }

    /** Begins to read with this token. */
    protected final BufferedReader read(String token) throws Exception {
        return reader.open(token);
    }

    /** Logs in. */
    protected final String tokenOfAlice() {
        return Browser.at(port).token("alice");
    }
}
