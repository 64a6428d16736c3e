package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.slice.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.pattern.PathPatternParser;

/** Files that pages load are found at once; what is no file is not looked for in every jar. */
class StaticFilesTest extends PagesTest {

    private static final Pattern SHEET = Pattern.compile("href=\"(/css/base-[0-9a-f]{32}\\.css)\"");

    @Autowired
    private ResourceUrlProvider files;

    @Test
    void a_link_to_a_page_is_no_file_to_be_looked_for() {
        for (String page : new String[] {"/", "/products", "/products/1", "/media/products/1.svg", "/api/products"}) {
            assertThat(files.getHandlerMap().keySet()).as(page).noneMatch(pattern -> matches(pattern, page));
        }
        assertThat(files.getHandlerMap().keySet()).anyMatch(pattern -> matches(pattern, "/css/base.css"));
    }

    @Test
    void a_style_sheet_carries_its_version_and_may_be_kept() {
        Matcher sheet = SHEET.matcher(browser.get("/").body());
        assertThat(sheet.find()).isTrue();
        Answer file = browser.get(sheet.group(1));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Cache-Control")).contains("max-age=3600", "public");
        assertThat(browser.get("/webjars/htmx.org/dist/htmx.min.js").status()).isEqualTo(200);
    }

    @Test
    void a_file_or_page_that_does_not_exist_is_not_found() {
        assertThat(browser.get("/css/nothing.css").status()).isEqualTo(404);
        assertThat(browser.get("/favicon.ico").status()).isEqualTo(404);
        Answer page = browser.get("/help/no-such-page");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("<h1");
    }

    private static boolean matches(String pattern, String path) {
        return PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(path));
    }
}
