package org.gomall.e2e.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import org.gomall.e2e.Project;

/** Pictures of pages, to be looked at: {@code e2e/target/screenshots/page-width-language-theme.png}. */
final class Pictures {

    private static final Path FOLDER = Project.root().resolve("e2e/target/screenshots");

    private static final String ALL_LOADED = """
            async () => {
                for (let y = 0; y < document.documentElement.scrollHeight; y += window.innerHeight) {
                    window.scrollTo(0, y);
                    await new Promise(requestAnimationFrame);
                }
                window.scrollTo(0, 0);
                const late = new Promise(done => setTimeout(done, 5000));
                const shown = [...document.images].filter(image => image.getClientRects().length)
                    .map(image => image.complete ? null : new Promise(done => {
                        image.addEventListener('load', done);
                        image.addEventListener('error', done);
                    }));
                await Promise.race([late, Promise.all(shown)]);
                return [...document.images]
                    .filter(image => image.getClientRects().length && !image.naturalWidth)
                    .map(image => image.src);
            }
            """;

    private Pictures() {}

    static void take(Visit visit, String name) {
        if (visit.look().scripts()) {
            awaitAll(visit.page);
        }
        visit.page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + "-" + visit.look() + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(true));
    }

    /** Scrolls through the page, since pictures are loaded when they come into sight, and answers those that did not load. */
    static List<?> awaitAll(Page page) {
        return (List<?>) page.evaluate(ALL_LOADED);
    }
}
