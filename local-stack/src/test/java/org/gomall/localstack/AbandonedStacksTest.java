package org.gomall.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbandonedStacksTest {

    @TempDir
    Path parent;

    @Test
    void only_stacks_whose_owner_has_gone_are_deleted() throws IOException {
        Plan.Owner alive = Plan.Owner.of(ProcessHandle.current());
        Plan.Owner gone = new Plan.Owner(alive.pid(), alive.startedAt() + 1000);
        Path abandoned = stack("system-1", Optional.of(gone));
        Path used = stack("test-stack-2", Optional.of(alive));
        Path kept = stack("test-stack-kept", Optional.empty());
        Path data = stack("data", Optional.of(gone));

        AbandonedStacks.clear(StackFolders.findRoot(), parent);

        assertThat(abandoned).doesNotExist();
        assertThat(used).exists();
        assertThat(kept).exists();
        assertThat(data).exists();
    }

    private Path stack(String name, Optional<Plan.Owner> owner) {
        StackFolders folders = new StackFolders(StackFolders.findRoot(), parent.resolve(name));
        new Plan(new Ports(0), owner, Map.of()).write(folders.run().resolve(Supervisor.PLAN));
        return folders.home();
    }
}
