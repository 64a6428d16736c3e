package org.gomall.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final Pattern SCRIPT = Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>");
    private static final Pattern STYLE = Pattern.compile("<style|\\s(th:)?style(append)?=", Pattern.CASE_INSENSITIVE);
    private static final Pattern HANDLER = Pattern.compile("\\s(th:)?on[a-z]+=|\\shx-on|href=\"javascript:");
    private static final Pattern UNESCAPED = Pattern.compile("th:utext|\\[\\(");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:src|href|action)=\"(?:https?:)?//");
    private static final Pattern BESIDE = Pattern.compile("hx-select-oob=\"([^\"]*)\"");
    private static final Pattern WAITING = Pattern.compile("hx-indicator=\"([^\"]*)\"");
    private static final String LOADS = "class=\"[^\"]*\\bloads\\b[^\"]*\"";
    private static final Pattern POST = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);

    private static final Pattern SAME =
            Pattern.compile("<([a-z]+)[^>]* mall:same=.*?</\\1>|<([a-z]+)[^>]* mall:same=[^>]*>", Pattern.DOTALL);
    private static final Pattern OF_ONE_VISITOR = Pattern.compile(
            "csrf|#mall\\.(user|flash|cartCount|here|time|moment|desk|at|backOffice)|#mall\\.format\\.(date|time)|traceId|problem");

    private final Map<String, String> templates = new TreeMap<>();

    TemplatesTest() throws IOException {
        templates.putAll(Templates.all());
        assertThat(templates).containsKeys("layout.html", "home.html", "account/wallet.html");
    }

    @Test
    void hold_no_inline_script_or_style() {
        assertThat(templates).allSatisfy((name, html) -> {
            assertThat(html).as(name).doesNotContainPattern(SCRIPT);
            assertThat(html).as(name).doesNotContainPattern(STYLE);
            assertThat(html).as(name).doesNotContainPattern(HANDLER);
        });
    }

    @Test
    void print_nothing_unescaped() {
        assertThat(templates)
                .allSatisfy((name, html) -> assertThat(html).as(name).doesNotContainPattern(UNESCAPED));
    }

    @Test
    void fetch_nothing_from_elsewhere() {
        assertThat(templates)
                .allSatisfy((name, html) -> assertThat(html).as(name).doesNotContainPattern(ELSEWHERE));
    }

    @Test
    void replace_the_contents_of_what_is_read_out_and_never_the_region_itself() {
        assertThat(templates).allSatisfy((name, html) -> {
            Matcher parts = BESIDE.matcher(html);
            while (parts.find()) {
                assertThat(parts.group(1).split(",")).as(name).allMatch(part -> part.endsWith(":innerHTML"));
            }
        });
    }

    @Test
    void name_only_what_has_a_shape_to_wait_in() {
        String all = String.join("\n", templates.values());
        List<String> selectors = WAITING.matcher(all)
                .results()
                .flatMap(waiting -> Stream.of(waiting.group(1).split(", ")))
                .toList();
        assertThat(selectors).contains("#list .loads", "#cart-sums").allSatisfy(selector -> assertThat(all)
                .containsPattern(worn(selector)));
    }

    /** What an indicator that is looked for in this way looks like in the source. */
    private static Pattern worn(String selector) {
        if (selector.startsWith("closest ")) {
            return Pattern.compile("<" + selector.substring(8) + "\\s[^>]*" + LOADS);
        }
        if (selector.endsWith(" .loads")) {
            return Pattern.compile("(?s)id=\"" + selector.substring(1, selector.length() - 7) + "\".*" + LOADS);
        }
        String id = "id=\"" + selector.substring(1) + "\"";
        return Pattern.compile(LOADS + "[^>]*" + id + "|" + id + "[^>]*" + LOADS);
    }

    @Test
    void leave_the_sections_of_the_back_office_to_the_frame() {
        String frame = templates.get("layout.html");
        assertThat(frame.indexOf("/nav'} :: sections}")).isPositive().isLessThan(frame.indexOf("<main"));
        assertThat(templates).allSatisfy((name, html) -> {
            if (!name.equals("layout.html")) {
                assertThat(html).as(name).doesNotContain(":: sections}");
            }
        });
    }

    @Test
    void draw_nothing_that_belongs_to_one_visitor_for_everybody() {
        long found = templates.entrySet().stream()
                .flatMap(template -> SAME.matcher(template.getValue()).results().peek(same -> assertThat(same.group())
                        .as(template.getKey())
                        .doesNotContainPattern(OF_ONE_VISITOR)))
                .count();
        assertThat(found).isGreaterThan(5);
    }

    @Test
    void every_form_that_changes_something_carries_the_token() {
        assertThat(templates).allSatisfy((name, html) -> {
            Matcher forms = POST.matcher(html);
            while (forms.find()) {
                assertThat(forms.group()).as(name).contains("~{parts :: csrf}");
            }
        });
    }
}
