package org.gomall.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses Redis, because it starts in no time. */
class SupervisedPartTest {

    @TempDir
    Path parent;

    private final CopyOnWriteArrayList<String> events = new CopyOnWriteArrayList<>();
    private StackFolders folders;
    private Part redis;
    private SupervisedPart part;

    @BeforeEach
    void start() throws InterruptedException {
        folders = new StackFolders(StackFolders.findRoot(), parent.resolve("data with spaces"));
        redis = Redis.part(folders, Ports.free());
        part = supervised();
        part.supervise();
        part.start();
        await(this::isReady);
    }

    @AfterEach
    void stop() throws InterruptedException {
        part.stop();
        await(() -> part.process().isEmpty());
    }

    @Test
    void a_killed_process_is_started_again_and_counted() throws InterruptedException {
        long first = pid();
        part.process().orElseThrow().destroyForcibly();

        await(() -> isReady() && pid() != first);
        assertThat(row().restarts()).isEqualTo(1);
        assertThat(events).anyMatch(line -> line.contains("died, starting it again"));
    }

    @Test
    void a_killed_process_stays_dead_when_that_was_the_wish() throws InterruptedException {
        part.kill(false);

        await(() -> part.state() == SupervisedPart.State.STOPPED);
        assertThat(part.process()).isEmpty();
    }

    @Test
    void a_frozen_process_is_shown_as_paused_and_goes_on_when_asked() throws InterruptedException {
        part.pause();
        assertThat(row().state()).isEqualTo("PAUSED");

        part.resume();
        assertThat(row().state()).isEqualTo("READY");
        await(this::answers);
    }

    @Test
    void another_supervisor_takes_over_what_runs() throws InterruptedException {
        SupervisedPart successor = supervised();
        successor.adopt();
        successor.supervise();

        await(() -> successor.state() == SupervisedPart.State.READY);
        assertThat(successor.process().orElseThrow().pid()).isEqualTo(pid());
        successor.stop();
        await(() -> successor.process().isEmpty());
    }

    @Test
    void a_recorded_pid_that_belongs_to_another_program_by_now_is_left_alone()
            throws InterruptedException, IOException {
        long stranger = ProcessHandle.current().pid();
        part.stop();
        await(() -> part.state() == SupervisedPart.State.STOPPED);
        Files.writeString(
                folders.run().resolve("redis.properties"), "pid=" + stranger + "\nports=" + redis.ports() + "\n");

        part = supervised();
        part.adopt();
        part.endLeftover();
        assertThat(part.process()).isEmpty();
        part.supervise();
        part.start();
        await(this::isReady);
        assertThat(pid()).isNotEqualTo(stranger);
    }

    @Test
    void a_part_that_cannot_start_fails_with_the_end_of_its_log() throws InterruptedException {
        part.stop();
        await(() -> part.state() == SupervisedPart.State.STOPPED);
        Recipe broken = new Recipe() {
            @Override
            public String marker() {
                return "no such file in the whole world";
            }

            @Override
            public ProcessBuilder prepare() {
                return new ProcessBuilder("ls", marker());
            }

            @Override
            public boolean isReady() {
                return false;
            }
        };
        Part doomed =
                new Part("doomed", Part.Kind.SERVER, redis.needs(), redis.ports(), 1, Duration.ofSeconds(10), broken);
        part = new SupervisedPart(doomed, folders, name -> true, events::add);
        part.supervise();
        part.start();

        await(() -> part.state() == SupervisedPart.State.FAILED);
        assertThat(part.failure()).contains("doomed died while it started").contains("no such file in the whole world");
    }

    private SupervisedPart supervised() {
        return new SupervisedPart(redis, folders, name -> true, events::add);
    }

    private boolean isReady() {
        return part.state() == SupervisedPart.State.READY && part.process().isPresent();
    }

    private boolean answers() {
        try {
            return redis.recipe().isReady();
        } catch (Exception notYet) {
            return false;
        }
    }

    private long pid() {
        return part.process().map(ProcessHandle::pid).orElse(0L);
    }

    private PartStatus row() {
        return PartStatus.parse(part.row());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting").isLessThan(end);
            Thread.sleep(20);
        }
    }
}
