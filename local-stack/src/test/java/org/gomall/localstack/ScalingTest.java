package org.gomall.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis plays the application, because it starts in no time. */
class ScalingTest {

    private static final String APPLICATION = "provider-stock";

    @TempDir
    Path parent;

    private final Map<Integer, Part> instances = new LinkedHashMap<>();
    private final List<String> report = new ArrayList<>();
    private StackFolders folders;
    private Supervisor supervisor;

    @BeforeEach
    void start() throws InterruptedException {
        folders = new StackFolders(StackFolders.findRoot(), parent.resolve("stack"));
        supervisor = supervisor(new Plan(new Ports(0), Optional.empty(), Map.of()));
        supervisor.up(true, report::add);
    }

    @AfterEach
    void stop() throws InterruptedException {
        supervisor.killAll();
    }

    @Test
    void more_instances_run_beside_the_first_and_fewer_end_the_highest() throws InterruptedException {
        long first = pid("provider-stock");

        supervisor.scale(APPLICATION, 3, report::add);
        assertThat(rows())
                .extracting(PartStatus::name)
                .containsExactly(APPLICATION, "provider-stock-2", "provider-stock-3");
        assertThat(rows()).allMatch(PartStatus::isReady);
        long second = pid("provider-stock-2");
        ProcessHandle third = ProcessHandle.of(pid("provider-stock-3")).orElseThrow();

        supervisor.scale(APPLICATION, 2, report::add);
        assertThat(rows()).extracting(PartStatus::name).containsExactly(APPLICATION, "provider-stock-2");
        assertThat(pid("provider-stock")).isEqualTo(first);
        assertThat(pid("provider-stock-2")).isEqualTo(second);
        assertThat(third.isAlive()).isFalse();
        assertThat(report).contains("provider-stock-3 stopped");
        assertThatThrownBy(() -> supervisor.part("provider-stock-3")).hasMessageContaining("no part called");
    }

    @Test
    void a_later_supervisor_takes_over_all_instances() throws InterruptedException {
        supervisor.scale(APPLICATION, 2, report::add);
        long second = pid("provider-stock-2");
        List.of(APPLICATION, "provider-stock-2")
                .forEach(name -> supervisor.part(name).release());

        supervisor = supervisor(Plan.read(folders.run().resolve(Supervisor.PLAN)));
        supervisor.up(true, report::add);

        assertThat(pid("provider-stock-2")).isEqualTo(second);
    }

    @Test
    void the_next_start_has_as_many_instances_and_no_owner() throws InterruptedException {
        supervisor.scale(APPLICATION, 2, report::add);

        Plan next = Plan.read(folders.run().resolve(Supervisor.PLAN)).again(100);
        assertThat(next.instances(APPLICATION)).isEqualTo(2);
        assertThat(next.ports().offset()).isEqualTo(100);
        assertThat(next.owner()).isEmpty();
    }

    @Test
    void a_taken_port_is_named_and_leaves_everything_as_it_was() throws Exception {
        try (ServerSocket taken = new ServerSocket(part(2).port(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> supervisor.scale(APPLICATION, 2, report::add))
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
        assertThat(rows()).extracting(PartStatus::name).containsExactly(APPLICATION);
        supervisor.scale(APPLICATION, 2, report::add);
        assertThat(rows()).hasSize(2);
    }

    @Test
    void what_cannot_be_scaled_is_refused() {
        assertThatThrownBy(() -> supervisor.scale("mariadb", 2, report::add))
                .hasMessageContaining("no application mariadb");
        assertThatThrownBy(() -> supervisor.scale(APPLICATION, 5, report::add))
                .hasMessageContaining("1 to 4 instances");
        assertThatThrownBy(() -> supervisor.scale(APPLICATION, 0, report::add))
                .hasMessageContaining("1 to 4 instances");
    }

    private Supervisor supervisor(Plan plan) throws InterruptedException {
        Supervisor created = new Supervisor(folders, plan, wanted -> {
            List<Part> parts = new ArrayList<>();
            for (int instance = 1; instance <= wanted.instances(APPLICATION); instance++) {
                parts.add(part(instance));
            }
            return parts;
        });
        created.takeOver();
        return created;
    }

    private Part part(int instance) {
        return instances.computeIfAbsent(instance, number -> {
            StackFolders own = new StackFolders(folders.root(), parent.resolve("redis-" + number));
            Part redis = Redis.part(own, Ports.free());
            return new Part(
                    Applications.instanceName(APPLICATION, number),
                    Part.Kind.APPLICATION,
                    redis.needs(),
                    redis.ports(),
                    redis.stopRank(),
                    redis.startWithin(),
                    redis.recipe());
        });
    }

    private List<PartStatus> rows() {
        return supervisor.rows().stream().map(PartStatus::parse).toList();
    }

    private long pid(String name) {
        return supervisor.part(name).process().orElseThrow().pid();
    }
}
