package org.gomall.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final AtomicInteger closed = new AtomicInteger();

    private final Clients clients = (number, of) -> new Client() {
        @Override
        public void once() {
            LockSupport.parkNanos(100_000);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    };

    private List<String> answers(Console console, String... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        console.listen(
                new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void runs_loads_and_tells_what_came_of_them() throws IOException {
        List<String> answers = answers(new Console(Map.of("it", clients)), "closed it 2 20", "open it 1000 2 20");

        assertThat(answers).hasSize(3).first().isEqualTo(Console.READY);
        Slice closedLoop = Slice.parse(answers.get(1).substring(Console.SLICE.length()));
        assertThat(closedLoop.length()).isEqualTo(Duration.ofMillis(20));
        assertThat(closedLoop.done())
                .isPositive()
                .isEqualTo(closedLoop.latencies().getTotalCount());
        Slice openLoop = Slice.parse(answers.get(2).substring(Console.SLICE.length()));
        assertThat(openLoop.done()).isEqualTo(20);
        assertThat(closed).hasValue(4);
    }

    @Test
    void takes_new_targets_and_says_what_it_does_not_understand() throws IOException {
        List<String> answers = answers(
                new Console(words -> clients), "closed it 1 5", "target it somewhere", "closed it 1 5", "dance");

        assertThat(answers.get(1)).startsWith(Console.ERROR);
        assertThat(new String(
                        Base64.getDecoder().decode(answers.get(1).substring(Console.ERROR.length())),
                        StandardCharsets.UTF_8))
                .contains("there is no target it");
        assertThat(answers.get(2)).isEqualTo(Console.DONE);
        assertThat(answers.get(3)).startsWith(Console.SLICE);
        assertThat(answers.get(4)).startsWith(Console.ERROR);
    }

    @Test
    void a_client_that_cannot_be_made_is_an_error_and_nobody_hangs() throws IOException {
        Clients broken = (number, of) -> {
            if (number == 1) {
                throw new IOException("no connection");
            }
            return () -> {};
        };

        assertThat(answers(new Console(Map.of("it", broken)), "closed it 3 5").get(1))
                .startsWith(Console.ERROR);
    }
}
