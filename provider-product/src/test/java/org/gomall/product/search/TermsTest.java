package org.gomall.product.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void words_lose_case_accents_width_and_fill_words() {
        assertThat(Terms.of("The CAFÉ for ＡＢＣ and 4K-Video")).containsExactly("cafe", "abc", "4k", "video");
    }

    @Test
    void singular_and_plural_are_the_same_term() {
        assertThat(Terms.of("bags boxes dresses brushes watches batteries"))
                .containsExactly("bag", "box", "dress", "brush", "watch", "battery");
        assertThat(Terms.of("glass bus gas")).containsExactly("glass", "bus", "gas");
    }

    @Test
    void every_chinese_character_begins_one_term() {
        assertThat(Terms.of("青瓷花瓶")).containsExactly("青瓷", "瓷花", "花瓶", "瓶");
    }

    @Test
    void chinese_and_latin_runs_are_cut_apart() {
        assertThat(Terms.of("65W氮化镓USB-C")).containsExactly("65w", "氮化", "化镓", "镓", "usb", "c");
    }

    @Test
    void characters_beyond_the_basic_plane_stay_whole() {
        assertThat(Terms.of("𠮷野家")).containsExactly("𠮷野", "野家", "家");
    }

    @Test
    void a_keyword_asks_for_word_beginnings_and_whole_pairs() {
        assertThat(Terms.query("wool 毛毯 猫 x"))
                .containsExactly(
                        new Term("wool", true), new Term("毛毯", false), new Term("猫", true), new Term("x", false));
    }

    @Test
    void nothing_in_a_term_can_act_as_a_wildcard() {
        assertThat(Terms.query("%_\\ '\" 100%")).containsExactly(new Term("100", true));
        assertThat(Terms.query("%__%")).isEmpty();
    }

    @Test
    void long_words_and_long_keywords_are_bounded() {
        assertThat(Terms.of("x".repeat(90))).containsExactly("x".repeat(40));
        assertThat(Terms.query("一二三四五六七八九十百千万亿兆京垓")).hasSize(Terms.MAX_IN_QUERY);
    }

    @Test
    void a_name_weighs_more_than_a_category_and_that_more_than_a_description() {
        IndexedTexts texts =
                new IndexedTexts(1, "Oak lamp", "橡木灯", "Lighting", "灯具", null, null, "A lamp of oak for lighting", "灯");
        assertThat(texts.weights())
                .containsEntry("oak", 11)
                .containsEntry("lighting", 5)
                .containsEntry("灯", 11)
                .containsEntry("灯具", 4);
    }
}
