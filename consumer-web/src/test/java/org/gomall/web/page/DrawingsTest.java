package org.gomall.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.standard.StandardDialect;

class DrawingsTest {

    private static final String ONE = "<p mall:same=\"${of}\" th:text=\"${of + ' ' + pen.incrementAndGet()}\">x</p>";

    private final AtomicInteger pen = new AtomicInteger();

    @Test
    void draws_the_same_once_for_all_who_come_later() {
        SpringTemplateEngine pages = engine(true);
        page(pages, ONE, "mug", Locale.ENGLISH);
        String first = page(pages, ONE, "mug", Locale.ENGLISH);
        int strokes = pen.get();

        assertThat(page(pages, ONE, "mug", Locale.ENGLISH)).isEqualTo(first).startsWith("<p>mug ");
        assertThat(pen).hasValue(strokes);
    }

    @Test
    void draws_what_has_changed_and_every_language_by_itself() {
        SpringTemplateEngine pages = engine(true);
        page(pages, ONE, "mug", Locale.ENGLISH);
        String english = page(pages, ONE, "mug", Locale.ENGLISH);

        assertThat(page(pages, ONE, "cup", Locale.ENGLISH)).contains("cup");
        assertThat(page(pages, ONE, "mug", Locale.SIMPLIFIED_CHINESE))
                .contains("mug")
                .isNotEqualTo(english);
        assertThat(page(pages, ONE, "mug", Locale.ENGLISH)).isEqualTo(english);
    }

    @Test
    void tells_apart_what_stands_at_different_places() {
        String two =
                "<div><b mall:same=\"${of}\" th:text=\"${'one ' + of}\"></b><i mall:same=\"${of}\" th:text=\"${'two ' + of}\"></i></div>";
        SpringTemplateEngine pages = engine(true);
        String expected = "<div><b>one x</b><i>two x</i></div>";

        assertThat(page(pages, two, "x", Locale.ENGLISH)).isEqualTo(expected);
        assertThat(page(pages, two, "x", Locale.ENGLISH)).isEqualTo(expected);
    }

    @Test
    void tells_the_lines_of_a_list_apart_and_keeps_conditions() {
        String list =
                "<li th:each=\"n, at : ${of}\" mall:same=\"${ {n, at.count} }\" th:if=\"${n != 'b'}\" th:text=\"${at.count + n}\"></li>";
        SpringTemplateEngine pages = engine(true);

        for (int i = 0; i < 2; i++) {
            assertThat(page(pages, list, List.of("a", "b", "a"), Locale.ENGLISH))
                    .isEqualTo("<li>1a</li><li>3a</li>");
        }
    }

    @Test
    void never_runs_what_somebody_has_written() {
        String hostile = "[[${pen.incrementAndGet()}]] <b th:text=\"${1 + 1}\">";
        String text = "<p mall:same=\"${of}\" th:text=\"${of}\"></p>";
        SpringTemplateEngine pages = engine(true);

        for (int i = 0; i < 3; i++) {
            assertThat(page(pages, text, hostile, Locale.ENGLISH))
                    .contains("[[${pen.incrementAndGet()}]]", "&lt;b th:text=");
        }
        assertThat(pen).hasValue(0);
    }

    @Test
    void keeps_nothing_while_templates_are_being_changed() {
        SpringTemplateEngine pages = engine(false);
        assertThat(page(pages, ONE, "mug", Locale.ENGLISH)).isEqualTo("<p>mug 1</p>");
        assertThat(page(pages, ONE, "mug", Locale.ENGLISH)).isEqualTo("<p>mug 2</p>");
    }

    private String page(SpringTemplateEngine pages, String template, Object of, Locale locale) {
        return pages.process(template, new Context(locale, Map.of("of", of, "pen", pen)));
    }

    private static SpringTemplateEngine engine(boolean keeps) {
        Drawings drawings = new Drawings(keeps);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addDialect(new AbstractProcessorDialect("drawings", "mall", StandardDialect.PROCESSOR_PRECEDENCE) {
            @Override
            public Set<IProcessor> getProcessors(String prefix) {
                return drawings.processors(prefix);
            }
        });
        return engine;
    }
}
