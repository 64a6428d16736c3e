package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rights change for the very next request of a live session, on both instances of the web, wherever the change was made:
 * nothing here waits or tries twice.
 */
class LiveRightsTest {

    private static final Mall MALL = Mall.shared();
    private static final int ROUNDS = 8;
    private static final String PROBE = "/api/admin/roles";

    private final List<String> webs =
            List.of(MALL.system().webUrl(1), MALL.system().webUrl(2));
    private final Shopper admin = Shopper.login(webs.get(0), "admin", Mall.DEMO_PASSWORD);

    @Test
    void patterns_of_a_role() {
        Shopper user = Shopper.register(webs.get(0), 0);
        String role = newRole();
        giveRoles(0, user, role);

        for (int round = 0; round < ROUNDS; round++) {
            admin(round)
                    .put("/api/admin/roles/" + role, Map.of("permissions", List.of("GET:" + PROBE)))
                    .ok();
            onBoth(user, web -> web.get(PROBE).ok());
            admin(round)
                    .put("/api/admin/roles/" + role, Map.of("permissions", List.of()))
                    .ok();
            onBoth(user, web -> web.get(PROBE).refused(40300));
        }
    }

    @Test
    void roles_of_a_user() {
        Shopper user = Shopper.register(webs.get(0), 0);
        String role = newRole("GET:" + PROBE);

        for (int round = 0; round < ROUNDS; round++) {
            giveRoles(round, user, role);
            onBoth(user, web -> web.get(PROBE).ok());
            giveRoles(round, user);
            onBoth(user, web -> web.get(PROBE).refused(40300));
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        admin.get("/api/admin/audit-log?action=user.roles&subject=user:" + id(user))
                                .ok()
                                .data()
                                .path("total")
                                .asLong())
                .isEqualTo(2L * ROUNDS));
    }

    @Test
    void bans() {
        Shopper user = Shopper.register(webs.get(0), 0);
        String userId = id(user);

        for (int round = 0; round < ROUNDS; round++) {
            Shopper session = Shopper.login(webs.get(round % 2), user.name(), Shopper.PASSWORD);
            onBoth(session, web -> web.get("/api/orders").ok());

            admin(round)
                    .post("/api/admin/users/" + userId + "/ban", Map.of("reason", "a test"))
                    .ok();

            onBoth(session, web -> web.get("/api/orders").refused(40301));
            for (String url : webs) {
                login(url, user.name(), Shopper.PASSWORD).refused(40301);
            }
            admin(round).post("/api/admin/users/" + userId + "/unban").ok();
            onBoth(session, web -> web.get("/api/orders").refused(40100));
        }
        login(webs.get(1), user.name(), Shopper.PASSWORD).ok();
    }

    @Test
    void kicks() {
        Shopper user = Shopper.register(webs.get(0), 0);
        String userId = id(user);

        for (int round = 0; round < ROUNDS; round++) {
            Shopper session = Shopper.login(webs.get(round % 2), user.name(), Shopper.PASSWORD);
            onBoth(session, web -> web.get("/api/orders").ok());

            admin(round).post("/api/admin/users/" + userId + "/kick").ok();

            onBoth(session, web -> web.get("/api/orders").refused(40100));
        }
    }

    @Test
    void the_whitelist() {
        Shopper user = Shopper.register(webs.get(0), 0);
        withRulesPutBack(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                ObjectNode closed = rules(round);
                ObjectNode open = closed.deepCopy();
                closed.withArray("whitelist").removeIf(rule -> rule.asString().equals("GET:/api/categories"));
                putRules(round, closed);
                onBoth(user, web -> web.get("/api/categories").refused(40300));

                open.set("version", rules(round + 1).path("version"));
                putRules(round + 1, open);
                onBoth(user, web -> web.get("/api/categories").ok());
            }
        });
    }

    @Test
    void blacklisted_users() {
        Shopper user = Shopper.register(webs.get(0), 0);
        String userId = id(user);
        withRulesPutBack(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                ObjectNode rules = rules(round);
                rules.withObject("blacklist").withArray("users").add(userId);
                putRules(round, rules);
                onBoth(user, web -> web.get("/api/orders").refused(40301));

                rules = rules(round + 1);
                rules.withObject("blacklist").putArray("users");
                putRules(round + 1, rules);
                onBoth(user, web -> web.get("/api/orders").ok());
            }
        });
    }

    @Test
    void blacklisted_addresses_and_networks() {
        Shopper user = Shopper.register(webs.get(0), 0);
        withRulesPutBack(() -> {
            for (String[] entry : new String[][] {{"ips", "127.0.0.2"}, {"cidrs", "127.0.0.2/31"}}) {
                ObjectNode rules = rules(0);
                rules.withObject("blacklist").withArray(entry[0]).add(entry[1]);
                putRules(0, rules);
                for (String url : webs) {
                    assertThat(from("127.0.0.2", url, "/api/orders", user.token()))
                            .startsWith("HTTP/1.1 403")
                            .contains("\"code\":40300", "Requests from this address are not accepted");
                    assertThat(from("127.0.0.1", url, "/api/orders", user.token()))
                            .startsWith("HTTP/1.1 200");
                    await().atMost(Duration.ofSeconds(20))
                            .untilAsserted(() -> assertThat(from("127.0.0.2", url, "/api/products", null))
                                    .as("guests, as soon as Nacos has pushed the rules")
                                    .startsWith("HTTP/1.1 403"));
                }
                rules = rules(1);
                rules.withObject("blacklist").putArray(entry[0]);
                putRules(1, rules);
                for (String url : webs) {
                    assertThat(from("127.0.0.2", url, "/api/orders", user.token()))
                            .startsWith("HTTP/1.1 200");
                }
            }
        });
    }

    @Test
    void a_version_that_is_not_in_force_any_more_is_refused_whichever_instance_is_asked() {
        withRulesPutBack(() -> {
            ObjectNode first = rules(0);
            ObjectNode second = rules(1);
            putRules(0, first);
            admin(1).put("/api/admin/access-rules", second.toString()).refused(40900);
        });
    }

    @Test
    void the_first_admin_is_made_by_a_command_while_everything_runs() throws Exception {
        Shopper user = Shopper.register(webs.get(0), 0);
        user.get("/api/admin/users").refused(40300);

        assertThat(makeAdmin(user.name())).isEqualTo("0 " + user.name() + " is an admin now.");
        assertThat(makeAdmin(user.name())).isEqualTo("0 " + user.name() + " is an admin already.");
        assertThat(makeAdmin("nobody-here")).startsWith("1 There is no active account called nobody-here.");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> user.get("/api/admin/users").ok());
        assertThat(user.get("/api/admin/audit-log?actorId=0&subject=user:" + id(user))
                        .ok()
                        .data()
                        .path("total")
                        .asLong())
                .isEqualTo(1);
        giveRoles(0, user);
    }

    private static String makeAdmin(String name) throws IOException, InterruptedException {
        Path root = Project.root();
        ProcessBuilder command = new ProcessBuilder(root.resolve("gomall").toString(), "make-admin", name)
                .directory(root.toFile())
                .redirectErrorStream(true);
        String address = URI.create(MALL.system().jdbcUrl("gomall_user").substring("jdbc:".length()))
                .getAuthority();
        command.environment().put("GOMALL_DB", address);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Path output = Files.createTempFile("make-admin", ".txt");
        Process process = command.redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output).strip();
        Files.delete(output);
        return process.exitValue() + " " + said;
    }

    private void withRulesPutBack(Runnable test) {
        ObjectNode before = rules(0);
        try {
            test.run();
        } finally {
            before.set("version", rules(0).path("version"));
            putRules(0, before);
        }
    }

    private ObjectNode rules(int round) {
        return (ObjectNode)
                admin(round).get("/api/admin/access-rules").ok().data().deepCopy();
    }

    private void putRules(int round, ObjectNode rules) {
        admin(round).put("/api/admin/access-rules", rules.toString()).ok();
    }

    private String newRole(String... permissions) {
        String role = "LIVE_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        admin.post("/api/admin/roles", Map.of("role", role, "permissions", List.of(permissions)))
                .ok();
        return role;
    }

    private void giveRoles(int round, Shopper user, String... roles) {
        admin(round)
                .put("/api/admin/users/" + id(user) + "/roles", Map.of("roles", List.of(roles)))
                .ok();
    }

    /** The admin, now at one instance and now at the other. */
    private Shopper admin(int round) {
        return admin.at(webs.get(round % 2));
    }

    private void onBoth(Shopper session, Consumer<Shopper> check) {
        webs.forEach(url -> check.accept(session.at(url)));
    }

    private static String id(Shopper user) {
        return user.get("/api/auth/me").ok().data().path("userId").asString();
    }

    private static Answer login(String url, String account, String password) {
        return Shopper.guest(url).post("/api/auth/login", Map.of("account", account, "password", password));
    }

    /** The whole answer to a request that comes from this address. */
    private static String from(String address, String url, String path, String token) {
        int port = URI.create(url).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(address), 0)) {
            socket.setSoTimeout(20_000);
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + (token == null ? "" : "Authorization: Bearer " + token + "\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
