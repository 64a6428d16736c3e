package org.gomall.platform.dubbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hostile.Gadget;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.gomall.platform.process.SharedClock;
import org.gomall.platform.sample.SampleService;
import org.gomall.platform.sample.SampleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** The Dubbo port as an attacker finds it: a socket that takes any bytes. */
@SampleTest
class BackDoorTest {

    private static final String SERVICE = SampleService.class.getName();
    private static final String REFUSED = "not available right now";
    private static final String STRING = "Ljava/lang/String;";
    private static final String METADATA = "org.apache.dubbo.metadata.MetadataService";
    private static final String SELF = "platform-sample";

    @Value("${dubbo.protocol.port}")
    private int port;

    @Autowired
    private ApplicationModel application;

    @Autowired
    private Environment environment;

    @DubboReference(timeout = 3_000)
    private SampleService sample;

    @Test
    void a_signed_call_of_a_known_caller_is_answered() throws IOException {
        assertThat(sample.page("by the proper way").items()).containsExactly("by the proper way");

        assertThat(call("page", STRING, ours().sign(SERVICE, "page", STRING))).contains("an argument");
    }

    @Test
    void a_call_without_a_signature_is_refused() throws IOException {
        assertRefused("unsigned", "page", STRING, null);
    }

    @Test
    void a_forged_signature_is_refused() throws IOException {
        String signed = ours().sign(SERVICE, "page", STRING);
        CallAuthentication other = authentication(SELF, "some-other-secret-of-enough-characters", Clock.systemUTC());

        assertRefused("forged", "page", STRING, other.sign(SERVICE, "page", STRING));
        assertRefused("forged", "page", STRING, signed.substring(0, signed.length() - 4) + "AAAA");
        assertRefused("forged", "page", STRING, "nonsense");
        assertRefused("forged", "page", STRING, SELF + ":soon:1:");
        assertRefused("forged", "page", STRING, SELF + ":1:1:%%%");
        assertRefused("forged", "page", STRING, "x".repeat(100_000));
    }

    @Test
    void a_signature_of_another_call_is_refused() throws IOException {
        assertRefused("forged", "page", STRING, ours().sign(SERVICE, "fail", STRING));
        assertRefused("forged", "page", STRING, ours().sign("org.gomall.api.user.AccountService", "page", STRING));
        assertRefused("forged", "page", STRING, ours().sign(SERVICE, "page", "J"));
    }

    @Test
    void an_unknown_caller_is_refused_even_with_the_secret() throws IOException {
        assertRefused("unknown_caller", "page", STRING, as("mallory", Duration.ZERO));
        assertRefused("unknown_caller", "page", STRING, as("", Duration.ZERO));
    }

    @Test
    void a_known_caller_is_refused_where_it_has_no_business() throws IOException {
        assertRefused("not_allowed", "page", STRING, as("consumer-web", Duration.ZERO));
    }

    @Test
    void an_old_call_is_refused_and_so_is_one_from_the_future() throws IOException {
        assertRefused("expired", "page", STRING, as(SELF, Duration.ofSeconds(-61)));
        assertRefused("expired", "page", STRING, as(SELF, Duration.ofSeconds(65)));

        assertThat(call("page", STRING, as(SELF, Duration.ofSeconds(-50)))).contains("an argument");
        assertThat(call("page", STRING, as(SELF, Duration.ofSeconds(50)))).contains("an argument");
    }

    @Test
    void a_recorded_call_cannot_be_sent_again() throws IOException {
        String signed = ours().sign(SERVICE, "page", STRING);

        assertThat(call("page", STRING, signed)).contains("an argument");
        assertRefused("replayed", "page", STRING, signed);
    }

    @Test
    void generic_calls_are_refused_even_when_they_are_signed() throws IOException {
        String generic = "Ljava/lang/String;[Ljava/lang/String;[Ljava/lang/Object;";
        Object[] arguments = {"page", new String[] {"java.lang.String"}, new Object[] {"through the window"}};
        for (String method : new String[] {"$invoke", "$invokeAsync"}) {
            Map<String, Object> attachments = attachments(ours().sign(SERVICE, method, generic));
            attachments.put("generic", "true");
            assertThat(call(SERVICE, "0.0.0", method, generic, arguments, attachments))
                    .contains(REFUSED)
                    .doesNotContain("through the window");
        }
        String echo = "Ljava/lang/Object;";
        assertThat(call(
                        SERVICE,
                        "0.0.0",
                        "$echo",
                        echo,
                        new Object[] {"is anybody there"},
                        attachments(ours().sign(SERVICE, "$echo", echo))))
                .contains(REFUSED)
                .doesNotContain("is anybody there");
    }

    /** Dubbo exports it without filters, because whoever wants to call has to read it first; Nacos tells the same. */
    @Test
    void what_a_provider_offers_holds_no_secret() throws IOException {
        Map<String, Object> attachments = attachments(null);
        attachments.put("group", SELF);

        assertThat(call(METADATA, "1.0.0", "getExportedURLs", "", new Object[0], attachments))
                .contains("dubbo://")
                .doesNotContain(environment.getProperty("GOMALL_DUBBO_SECRET"));
    }

    @Test
    void a_hostile_argument_does_not_come_to_life() throws IOException {
        Gadget gadget = Gadget.asleep("rm");
        Map<String, Object> attachments = attachments(ours().sign(SERVICE, "page", STRING));

        String answer = call(SERVICE, "0.0.0", "page", STRING, new Object[] {gadget}, attachments);

        assertThat(Gadget.isAwake()).isFalse();
        assertThat(answer).doesNotContain("\u0090items");
    }

    @Test
    void a_hostile_attachment_does_not_come_to_life() throws IOException {
        Gadget gadget = Gadget.asleep("rm");
        Map<String, Object> attachments = attachments(ours().sign(SERVICE, "page", STRING));
        attachments.put("luggage", gadget);

        call(SERVICE, "0.0.0", "page", STRING, new Object[] {"an argument"}, attachments);

        assertThat(Gadget.isAwake()).isFalse();
    }

    @Test
    void the_hostile_class_would_come_to_life_for_a_reader_that_does_not_check() throws IOException {
        byte[] body = DubboSocket.body(
                SERVICE, "0.0.0", "page", STRING, new Object[] {Gadget.asleep("rm")}, attachments(null));
        assertThat(Gadget.isAwake()).isFalse();

        DubboSocket.readCarelessly(body, 5);

        assertThat(Gadget.isAwake()).isTrue();
    }

    @Test
    void the_port_obeys_no_commands() throws IOException {
        for (String command : new String[] {
            "status -l", "log debug", "ls", "shutdown", "invoke traceId()", "help", "GET /ls HTTP/1.0\r\n"
        }) {
            try (DubboSocket socket = new DubboSocket(port)) {
                String answer = socket.line(command);
                assertThat(answer)
                        .as(command)
                        .satisfiesAnyOf(text -> assertThat(text).isEmpty(), text -> assertThat(text)
                                .containsAnyOf("disabled", "Unsupported", " 404 "));
            }
        }
        assertThat(sample.page("still here").items()).containsExactly("still here");
    }

    @Test
    void the_published_secret_of_the_compose_file_opens_no_production_system() {
        MockEnvironment production = new MockEnvironment()
                .withProperty("GOMALL_DUBBO_SECRET", "gomall-demo-secret-that-no-production-profile-accepts");
        production.setActiveProfiles("prod");

        assertThatThrownBy(() -> CallSecret.of(production))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("openssl rand");
        assertThatThrownBy(() -> CallSecret.of(new MockEnvironment().withProperty("GOMALL_DUBBO_SECRET", "short")))
                .hasMessageContaining("at least 32");
        assertThatThrownBy(() -> CallSecret.of(new MockEnvironment().withProperty("GOMALL_HOME", "/nowhere")))
                .hasMessageContaining("./gomall infra");
    }

    @Test
    void an_application_started_by_hand_finds_the_secret_of_the_local_stack(@TempDir Path home) throws IOException {
        String secret = "0123456789abcdef0123456789abcdef";
        Path stack = home.resolve(".gomall");
        Path file = stack.resolve(CallSecret.LOCAL_FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, secret);

        assertThat(CallSecret.of(new MockEnvironment().withProperty("GOMALL_HOME", stack.toString())))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(secret);
        assertThat(CallSecret.near(home.resolve("provider-order"))).contains(secret);
        assertThat(CallSecret.near(home)).contains(secret);
        assertThat(CallSecret.near(home.getParent())).isEmpty();
    }

    @Test
    void a_caller_whose_clock_is_wrong_learns_the_time_from_the_refusal() throws IOException {
        SharedClock clock = new SharedClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
        CallAuthentication caller = authentication(SELF, environment.getProperty("GOMALL_DUBBO_SECRET"), clock);
        String early = caller.sign(SERVICE, "page", STRING);
        assertRefused("expired", "page", STRING, early);

        String told = ours().time(SERVICE, "page", STRING, early);
        String forged = Instant.now().minusSeconds(3_600).toEpochMilli() + told.substring(told.indexOf(':'));
        assertThat(caller.learn(SERVICE, "page", STRING, early, forged, Duration.ZERO))
                .isFalse();
        assertThat(caller.learn(SERVICE, "page", STRING, caller.sign(SERVICE, "page", STRING), told, Duration.ZERO))
                .as("the answer to another call")
                .isFalse();
        assertThat(clock.instant()).isAfter(Instant.now().plusSeconds(3_000));

        assertThat(caller.learn(SERVICE, "page", STRING, early, told, Duration.ZERO))
                .isTrue();
        assertThat(call("page", STRING, caller.sign(SERVICE, "page", STRING))).contains("an argument");
    }

    private void assertRefused(String reason, String method, String parameters, String attachment) throws IOException {
        double before = refusals(reason);

        assertThat(call(method, parameters, attachment)).contains(REFUSED).doesNotContain("an argument");
        assertThat(refusals(reason)).as("refusals counted as %s", reason).isEqualTo(before + 1);
    }

    private static double refusals(String reason) {
        return Metrics.globalRegistry.find("gomall.dubbo.refused").tag("reason", reason).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private String call(String method, String parameters, String attachment) throws IOException {
        return call(SERVICE, "0.0.0", method, parameters, new Object[] {"an argument"}, attachments(attachment));
    }

    private String call(
            String service,
            String version,
            String method,
            String parameters,
            Object[] arguments,
            Map<String, Object> attachments)
            throws IOException {
        try (DubboSocket socket = new DubboSocket(port)) {
            return socket.call(service, version, method, parameters, arguments, attachments);
        }
    }

    private static Map<String, Object> attachments(String signed) {
        Map<String, Object> attachments = new HashMap<>();
        if (signed != null) {
            attachments.put(CallAuthentication.ATTACHMENT, signed);
        }
        return attachments;
    }

    private CallAuthentication ours() {
        return application.getBeanFactory().getBean(CallAuthentication.class);
    }

    /** A signature with the right secret. */
    private String as(String caller, Duration offset) {
        return authentication(
                        caller, environment.getProperty("GOMALL_DUBBO_SECRET"), Clock.offset(Clock.systemUTC(), offset))
                .sign(SERVICE, "page", STRING);
    }

    private static CallAuthentication authentication(String caller, String secret, Clock clock) {
        return new CallAuthentication(
                caller,
                new CallSignature(secret.getBytes(StandardCharsets.UTF_8)),
                new KnownCallers(caller, Map.of()),
                clock);
    }
}
