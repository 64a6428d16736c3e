package org.gomall.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortCheckTest {

    @TempDir
    Path folder;

    @Test
    void names_the_port_its_owner_and_the_setting_that_moves_it() throws IOException {
        Ports ports = Ports.free();
        Part redis = Redis.part(new StackFolders(StackFolders.findRoot(), folder), ports);
        assertThatCode(() -> PortCheck.requireFree(redis)).doesNotThrowAnyException();

        try (ServerSocket taken = new ServerSocket(redis.port(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> PortCheck.requireFree(redis))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + redis.port() + ", which redis needs")
                    .hasMessageContaining("pid " + ProcessHandle.current().pid())
                    .hasMessageContaining("GOMALL_PORT_OFFSET");
        }
    }

    @Test
    void a_block_of_free_ports_stays_below_the_ephemeral_range() {
        for (int i = 0; i < 20; i++) {
            Ports ports = Ports.free();
            for (Applications.Definition application : Applications.DEFINITIONS) {
                application.defaultPorts().forEach(port -> assertThat(ports.ofInstance(port, 2))
                        .isBetween(1024, 32767));
            }
        }
    }

    @Test
    void an_offset_that_leaves_the_range_of_ports_is_refused() {
        assertThatThrownBy(() -> new Ports(60000)).hasMessageContaining("GOMALL_PORT_OFFSET");
    }
}
