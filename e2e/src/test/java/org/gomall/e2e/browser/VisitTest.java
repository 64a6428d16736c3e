package org.gomall.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What these tests would say about a bad page: they say it. */
class VisitTest {

    private static final String PAGE =
            "<!DOCTYPE html><html lang=en><title>A page</title><style>%s</style><h1>Mugs</h1>%s";

    @Test
    void a_good_page_is_praised() {
        try (Visit visit = new Visit(Look.english(Look.PHONE))) {
            show(visit, "", "<p>Nothing but words, and <a href='/'>one link</a>.</p>");

            assertThat(Layout.problems(visit.page)).isEmpty();
            assertThat(Layout.problemsEnlarged(visit)).isEmpty();
            assertThat(Axe.problems(visit.page)).isEmpty();
            assertThat(Pictures.awaitAll(visit.page)).isEmpty();
        }
    }

    @Test
    void what_does_not_fit_is_found_also_when_it_is_hidden() {
        try (Visit visit = new Visit(Look.english(Look.PHONE))) {
            show(visit, "#wide{width:200px} #cut{width:40px;overflow:hidden;white-space:nowrap}", """
                    <h1>Another title</h1><p id=wide>Fits as long as nobody enlarges it</p><p id=cut>from &yen;6,899.00</p>
                    """);

            assertThat(Layout.problems(visit.page)).containsExactly("cut off: p#cut \"from ¥6,899.00\"", "2 h1");
            assertThat(Layout.problemsEnlarged(visit))
                    .anySatisfy(problem -> assertThat(problem).contains("px too wide: p#wide"));
            assertThat(Layout.problems(visit.page)).as("normal again").hasSize(2);
        }
    }

    @Test
    void colours_are_judged_in_the_theme_that_is_shown() {
        try (Visit visit = new Visit(Look.english(Look.PHONE))) {
            show(visit, "@media (prefers-color-scheme: dark) {body{background:#222;color:#444}}", "<p>Words</p>");

            assertThat(Axe.problems(visit.page)).isEmpty();
            visit.look(visit.look().inTheDark(true));
            assertThat(Axe.problems(visit.page))
                    .anySatisfy(problem -> assertThat(problem).startsWith("color-contrast"));
        }
    }

    @Test
    void what_is_too_small_for_a_finger_is_found() {
        try (Visit visit = new Visit(Look.english(Look.PHONE))) {
            show(visit, "button{width:16px;height:16px;padding:0;border:0;margin:0;float:left}", """
                    <button aria-label=More></button><button aria-label=Less></button>
                    """);

            assertThat(Axe.problems(visit.page))
                    .anySatisfy(problem -> assertThat(problem).startsWith("target-size"));
        }
    }

    @Test
    void an_error_in_the_console_or_a_request_elsewhere_fails_the_visit() {
        Visit visit = new Visit(Look.english(Look.PHONE));
        visit.open("/login");
        visit.page.evaluate("console.error('Lost my keys')");
        visit.page.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.1:9/pixel.png'}))");

        assertThatThrownBy(visit::close)
                .hasMessageContaining("Lost my keys")
                .hasMessageContaining("asked somebody else: http://127.0.0.1:9/pixel.png")
                .hasMessageContaining("Content Security Policy");
    }

    private static void show(Visit visit, String style, String body) {
        visit.page.setContent(PAGE.formatted(style, body));
    }
}
