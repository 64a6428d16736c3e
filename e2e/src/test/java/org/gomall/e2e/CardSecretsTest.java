package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The number and the CVV of a card are nowhere once it is added: not in a table, not in Redis, not in a log. */
class CardSecretsTest {

    private static final Mall MALL = Mall.shared();

    private static final String NUMBER = "4929718302649170";
    /** Begins with a zero, so that no process id or port looks like it. */
    private static final String CVV = "0836";

    /** The number in any grouping, and the CVV as a word of its own. */
    private static final Pattern SECRET =
            Pattern.compile("4929[ -]?7183[ -]?0264[ -]?917|(?<![0-9A-Za-z.-])" + CVV + "(?![0-9A-Za-z.-])");

    @Test
    void neither_number_nor_cvv_is_kept_or_logged_anywhere() throws IOException {
        Shopper shopper = Shopper.register(MALL.url(), 0);

        String card = add(shopper, "4929 7183 0264 9170", CVV)
                .ok()
                .data()
                .path("cardId")
                .asString();
        List<Answer> refused = new ArrayList<>();
        refused.add(add(shopper, "4929-7183-0264-9171", CVV));
        refused.add(add(shopper, NUMBER, CVV + "99"));
        refused.add(shopper.post("/api/cards", "{\"number\":\"" + NUMBER + "\",\"cvv\":\"" + CVV + "\",\"pin\":1}"));
        refused.add(shopper.post("/api/cards", "{\"number\":[\"" + NUMBER + "\"],\"cvv\":{\"x\":\"" + CVV + "\"}}"));
        refused.add(shopper.post("/api/cards", "{\"number\":\"" + NUMBER + "\",\"cvv\":\"" + CVV + "\""));
        refused.add(shopper.post(
                "/api/cards", "{\"number\":\"" + NUMBER + "\",\"expiryMonth\":\"" + NUMBER + "\",\"cvv\":\"x\"}"));
        for (Answer answer : refused) {
            assertThat(answer.status()).as("%s", answer).isEqualTo(400);
            assertThat(answer.response().body()).doesNotContainPattern(SECRET);
        }
        String order = shopper.order(MALL.sku(Mall.NOVA_SHOP), 1);
        shopper.payByCard(card, order).ok();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shopper.statusOf(order).equals("PAID"));

        assertThat(shopper.get("/api/cards").ok().response().body())
                .contains("\"last4\":\"9170\"", "VISA")
                .doesNotContainPattern(SECRET);
        assertThat(columnsWithTheSecret()).isEmpty();
        try (RedisContents redis = new RedisContents(MALL.system().redis())) {
            assertThat(redis.all()).isNotEmpty().doesNotContainPattern(SECRET);
        }
        assertThat(filesWithTheSecret()).isEmpty();
    }

    private static Answer add(Shopper shopper, String number, String cvv) {
        return shopper.post(
                "/api/cards",
                Map.of("number", number, "expiryMonth", 11, "expiryYear", 2031, "cvv", cvv, "holder", "Han Meimei"));
    }

    private static List<String> columnsWithTheSecret() {
        List<String> found = new ArrayList<>();
        List<List<String>> columns = MALL.database().rows("""
                SELECT table_schema, table_name, column_name FROM information_schema.columns
                WHERE table_schema LIKE 'gomall%'
                  AND data_type IN ('char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'json',
                                    'blob', 'mediumblob', 'longblob', 'varbinary')
                """);
        assertThat(columns).hasSizeGreaterThan(50);
        for (List<String> column : columns) {
            String name = "`" + column.get(2) + "`";
            String table = column.get(0) + "." + column.get(1);
            for (List<String> row : MALL.database()
                    .rows("SELECT DISTINCT CONVERT(" + name + " USING utf8mb4) FROM " + table + " WHERE " + name
                            + " LIKE '%4929%' OR " + name + " LIKE '%" + CVV + "%'")) {
                if (row.get(0) != null && SECRET.matcher(row.get(0)).find()) {
                    found.add(table + "." + name);
                }
            }
        }
        return found;
    }

    /** Logs of all processes, and whatever the applications keep in their work folders. */
    private static List<String> filesWithTheSecret() throws IOException {
        List<String> found = new ArrayList<>();
        int logs = 0;
        Path home = MALL.system().home();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(CardSecretsTest::isText).toList()) {
                logs++;
                if (SECRET.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .find()) {
                    found.add(home.relativize(file).toString());
                }
            }
        }
        assertThat(logs).isGreaterThan(6);
        assertThat(Files.readString(MALL.system().log("provider-payment"))).isNotEmpty();
        return found;
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && (name.contains(".log") || name.endsWith(".txt") || name.endsWith(".json"));
    }
}
