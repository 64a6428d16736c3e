package org.gomall.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a browser passes over in silence and a page shows. */
class StylesheetTest {

    private static final String CSS = css();

    private static final Pattern SELECTED = Pattern.compile("\\.([A-Za-z][\\w-]*)");
    private static final Pattern WORN = Pattern.compile("\\sclass=\"([^\"]*)\"");
    private static final Pattern WORN_SOMETIMES = Pattern.compile("\\sth:class(?:append)?=\"([^\"]*)\"");
    private static final Pattern CHOICE = Pattern.compile("[?:]\\s*\\(?'([a-z -]*)'");
    private static final Pattern QUOTED = Pattern.compile("'([^'\\n]*)'");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][\\w-]*");

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

    @Test
    void every_class_of_a_page_is_styled_or_means_something_to_the_script() throws IOException {
        Set<String> known = new TreeSet<>(styledClasses());
        known.addAll(wordsOfScripts());

        assertThat(classesOfTemplates()).hasSizeGreaterThan(100).isSubsetOf(known);
    }

    @Test
    void no_class_is_styled_that_no_page_has() throws IOException {
        Set<String> worn = new TreeSet<>(classesOfTemplates());
        worn.addAll(wordsOfScripts());

        assertThat(styledClasses())
                .filteredOn(name -> !name.startsWith("htmx-"))
                .isSubsetOf(worn);
    }

    private static Set<String> styledClasses() {
        Set<String> classes = new TreeSet<>();
        walk(
                (prelude, within) -> {
                    if (!prelude.startsWith("@")) {
                        SELECTED.matcher(prelude).results().forEach(found -> classes.add(found.group(1)));
                    }
                },
                () -> {});
        return classes;
    }

    private static Set<String> classesOfTemplates() throws IOException {
        Set<String> classes = new TreeSet<>();
        for (String template : Templates.all().values()) {
            WORN.matcher(template).results().forEach(found -> addWords(classes, found.group(1)));
            WORN_SOMETIMES
                    .matcher(template)
                    .results()
                    .flatMap(found -> CHOICE.matcher(found.group(1)).results())
                    .forEach(found -> addWords(classes, found.group(1)));
        }
        return classes;
    }

    /** Everything in quotes: what a script sets or looks for is among it. */
    private static Set<String> wordsOfScripts() throws IOException {
        Set<String> words = new TreeSet<>();
        for (Resource script : new PathMatchingResourcePatternResolver().getResources("classpath:/static/js/*.js")) {
            QUOTED.matcher(script.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .flatMap(found -> WORD.matcher(found.group(1)).results())
                    .forEach(found -> words.add(found.group()));
        }
        return words;
    }

    private static void addWords(Set<String> words, String text) {
        WORD.matcher(text).results().forEach(found -> words.add(found.group()));
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
