package org.gomall.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private final Formats english = new Formats(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
    private final Formats chinese = new Formats(Locale.SIMPLIFIED_CHINESE, ZoneId.of("Asia/Shanghai"));

    @Test
    void writes_amounts_exactly() {
        assertThat(english.money(123_450)).isEqualTo("¥1,234.50");
        assertThat(chinese.money(5)).isEqualTo("¥0.05");
        assertThat(english.money(-1)).isEqualTo("−¥0.01");
        assertThat(english.money(Long.MAX_VALUE)).isEqualTo("¥92,233,720,368,547,758.07");
        assertThat(english.money(Long.MIN_VALUE)).isEqualTo("−¥92,233,720,368,547,758.08");
        assertThat(chinese.money(99_999)).isEqualTo("¥999.99");
        assertThat(english.money(-100_000)).isEqualTo("−¥1,000.00");
        assertThat(english.signedMoney(100)).isEqualTo("+¥1.00");
        assertThat(english.signedMoney(0)).isEqualTo("¥0.00");
    }

    @Test
    void writes_whole_numbers_in_groups() {
        assertThat(english.count(0)).isEqualTo("0");
        assertThat(english.count(999)).isEqualTo("999");
        assertThat(chinese.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(english.count(-1_000)).isEqualTo("-1,000");
    }

    @Test
    void writes_amounts_as_fields_take_them() {
        assertThat(english.plain(100_000)).isEqualTo("1000");
        assertThat(english.plain(150)).isEqualTo("1.50");
    }

    @Test
    void writes_times_in_the_zone_and_language_of_the_visitor() {
        Instant at = Instant.parse("2026-03-01T23:30:00Z");
        assertThat(english.time(at)).contains("Mar 2, 2026").contains("12:30");
        assertThat(chinese.time(at)).contains("2026年3月2日").contains("7:30");
        assertThat(english.time(null)).isEmpty();
    }

    @Test
    void writes_moments_that_can_be_found_in_a_log() {
        Instant at = Instant.parse("2026-03-01T23:30:05Z");
        assertThat(english.moment(at))
                .contains("Mar 2, 2026")
                .contains("12:30:05")
                .endsWith(" GMT+1");
        assertThat(chinese.moment(at)).contains("2026年3月2日").contains("7:30:05").endsWith(" GMT+8");
        assertThat(english.moment(null)).isEmpty();
    }

    @Test
    void prefers_the_name_in_the_language_of_the_visitor() {
        assertThat(english.name("Mug", "杯子")).isEqualTo("Mug");
        assertThat(chinese.name("Mug", "杯子")).isEqualTo("杯子");
        assertThat(chinese.name("Mug", " ")).isEqualTo("Mug");
        assertThat(english.name(null, "杯子")).isEqualTo("杯子");
    }

    @Test
    void writes_addresses_from_large_to_small_in_chinese_only() {
        assertThat(chinese.place("浙江省", "杭州市", null, "文三路 1 号", null)).containsExactly("浙江省杭州市", "文三路 1 号");
        assertThat(chinese.place("Zhejiang", "Hangzhou", "Xihu", "Wensan Road 1", null))
                .containsExactly("Zhejiang Hangzhou Xihu", "Wensan Road 1");
        assertThat(english.place("Zhejiang", "Hangzhou", "Xihu", "Wensan Road 1", "310012"))
                .containsExactly("Wensan Road 1", "Xihu, Hangzhou, Zhejiang", "310012");
    }

    @Test
    void joins_specs() {
        Map<String, String> specs = new LinkedHashMap<>();
        specs.put("Colour", "Ink");
        specs.put("Size", "M");
        assertThat(english.specs(specs)).isEqualTo("Ink · M");
    }

    @Test
    void reads_amounts_that_people_type() {
        assertThat(Amounts.cents("12")).isEqualTo(1_200);
        assertThat(Amounts.cents(" 1,234.5 ")).isEqualTo(123_450);
        assertThat(Amounts.cents("¥0.01")).isEqualTo(1);
        assertThat(Amounts.cents("-3")).isEqualTo(-300);
    }

    @Test
    void does_not_guess_what_is_no_amount() {
        for (String text : new String[] {null, "", " ", "abc", "1.234", "1e9", "0x10", "9".repeat(21), "NaN", "."}) {
            assertThat(Amounts.cents(text)).as(String.valueOf(text)).isNull();
        }
    }
}
