package org.gomall.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    Path parent;

    private StackFolders folders;

    @AfterEach
    void endWhatIsLeft() {
        ControlClient.find(folders).ifPresent(ControlClient::end);
    }

    @Test
    void runs_in_a_folder_with_spaces_and_leaves_no_process_behind_when_taken_down()
            throws InterruptedException, IOException {
        ControlClient control = supervisor(Plan.Owner.of(ProcessHandle.current()));
        control.call("start", "mariadb", line -> {});
        control.call("start", "redis", line -> {});
        List<ProcessHandle> processes = processes(control);
        assertThat(processes).hasSize(3);

        control.down(line -> {});

        await(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        try (Stream<Path> files = Files.list(parent)) {
            assertThat(files).containsExactly(folders.home());
        }
    }

    @Test
    void the_stack_ends_when_its_owner_ends() throws InterruptedException, IOException {
        Process owner = new ProcessBuilder("sleep", "60").start();
        ControlClient control = supervisor(Plan.Owner.of(owner.toHandle()));
        control.call("start", "redis", line -> {});
        List<ProcessHandle> processes = processes(control);

        owner.destroyForcibly();

        await(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void a_killed_supervisor_is_replaced_and_its_parts_go_on() throws InterruptedException {
        folders = new StackFolders(StackFolders.findRoot(), parent.resolve("go mall"));
        Plan plan = new Plan(Ports.free(), Optional.empty(), Map.of());
        ControlClient first = ControlClient.findOrStart(folders, plan);
        first.call("start", "redis", line -> {});
        long redis = first.status("redis").pid().orElseThrow();
        ProcessHandle supervisor = ProcessHandle.of(first.pid()).orElseThrow();
        supervisor.destroyForcibly();
        await(() -> !supervisor.isAlive());

        ControlClient second = ControlClient.findOrStart(folders, plan);
        second.call("start", "redis", line -> {});

        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(second.status("redis").pid()).contains(redis);
    }

    private ControlClient supervisor(Plan.Owner owner) {
        folders = new StackFolders(StackFolders.findRoot(), parent.resolve("go mall"));
        return ControlClient.findOrStart(folders, new Plan(Ports.free(), Optional.of(owner), Map.of()));
    }

    private static List<ProcessHandle> processes(ControlClient control) {
        return Stream.concat(Stream.of(control.pid()), control.status().stream().flatMap(part -> part.pid().stream()))
                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting").isLessThan(end);
            Thread.sleep(20);
        }
    }
}
