package org.gomall.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    private static AnswerReader of(String text) {
        return new AnswerReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void reads_one_answer_after_the_other_of_known_length_and_in_chunks() throws IOException {
        AnswerReader reader = of("HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\nhello"
                + "HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n"
                + "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");

        assertThat(reader.read()).isEqualTo(new AnswerReader.Answer(200, 5, true, ""));
        assertThat(reader.read()).isEqualTo(new AnswerReader.Answer(201, 19, true, ""));
        assertThat(reader.read()).isEqualTo(new AnswerReader.Answer(204, 0, false, ""));
        assertThatThrownBy(reader::read).isInstanceOf(EOFException.class);
    }

    @Test
    void keeps_the_beginning_of_a_refusal() throws IOException {
        String body = "{\"code\":42900,\"message\":\"" + "x".repeat(1_000) + "\"}";

        AnswerReader.Answer answer = of("HTTP/1.1 429 \r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .read();

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.beginning()).startsWith("{\"code\":42900").hasSize(300);
    }

    @Test
    void something_else_than_an_answer_is_an_error() {
        assertThatThrownBy(of("SSH-2.0-OpenSSH\r\n\r\n")::read).isInstanceOf(IOException.class);
        assertThatThrownBy(of("HTTP/1.1 200 OK\r\n\r\n")::read).isInstanceOf(IOException.class);
    }
}
