package org.gomall.e2e.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe finds against WCAG 2.2 AA; what it calls serious or critical is a failure. */
final class Axe {

    private static final String SCRIPT = script();

    private static final String RUN = """
            async () => (await axe.run(document, {
                    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
                    // Off by itself as long as axe thinks it is young.
                    rules: {'target-size': {enabled: true}},
                    resultTypes: ['violations']
                })).violations
                .filter(found => found.impact === 'serious' || found.impact === 'critical')
                .map(found => found.id + ' at ' + found.nodes.slice(0, 4).map(node => node.target
                    + (found.id === 'color-contrast' ? ' (' + node.any[0].data.contrastRatio + ')' : '')).join(', '))
            """;

    private Axe() {}

    /** What is wrong, in words. */
    static List<String> problems(Page page) {
        page.evaluate(SCRIPT);
        return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream script =
                Axe.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
