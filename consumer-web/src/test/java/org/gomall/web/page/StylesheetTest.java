package org.gomall.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What a browser passes over in silence and a page shows. */
class StylesheetTest {

    private static final String CSS = css();

    @Test
    void every_block_is_closed_and_holds_rules_only_if_it_is_about_circumstances() {
        Deque<String> open = new ArrayDeque<>();
        walk(
                (prelude, within) -> {
                    assertThat(within).as("around " + prelude).allMatch(outer -> outer.startsWith("@"));
                    open.push(prelude);
                },
                open::pop);

        assertThat(open).isEmpty();
    }

    @Test
    void nothing_is_styled_in_two_places() {
        List<String> styled = new ArrayList<>();
        walk(
                (prelude, within) -> {
                    if (within.isEmpty() && !prelude.startsWith("@")) {
                        styled.add(prelude);
                    }
                },
                () -> {});

        assertThat(styled).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    /** A block begins. */
    private interface Begin {
        void block(String prelude, List<String> within);
    }

    private static void walk(Begin begin, Runnable end) {
        Deque<String> within = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        for (char c : CSS.toCharArray()) {
            switch (c) {
                case '{' -> {
                    String prelude = text.toString().strip().replaceAll("\\s+", " ");
                    begin.block(prelude, List.copyOf(within));
                    within.push(prelude);
                    text.setLength(0);
                }
                case '}' -> {
                    within.pop();
                    end.run();
                    text.setLength(0);
                }
                case ';' -> text.setLength(0);
                default -> text.append(c);
            }
        }
    }

    private static String css() {
        StringBuilder all = new StringBuilder();
        for (String sheet : List.of("base", "shop", "desk")) {
            try {
                all.append(new ClassPathResource("static/css/" + sheet + ".css")
                        .getContentAsString(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return all.toString().replaceAll("(?s)/\\*.*?\\*/", "");
    }
}
