package org.gomall.e2e.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;

/** Whether a page fits its window and can be read there. */
final class Layout {

    /** The only texts that may end in dots: all of them can be read on the page they lead to. */
    private static final String MAY_BE_CUT = ".tile h3 a";

    private static final String WRONG = """
            mayBeCut => {
                const wrong = [];
                const root = document.documentElement;
                if (root.scrollWidth > root.clientWidth) {
                    const wide = [...document.querySelectorAll('body *')]
                        .filter(each => each.getBoundingClientRect().right > root.clientWidth + 1);
                    const inner = wide.filter(each => !wide.some(other => each !== other && each.contains(other)));
                    wrong.push((root.scrollWidth - root.clientWidth) + ' px too wide: '
                        + inner.slice(0, 3).map(name).join(', '));
                }
                for (const each of document.querySelectorAll('body *')) {
                    if (each.clientWidth < 2 || each.scrollWidth <= each.clientWidth + 1 || each.matches(mayBeCut)) {
                        continue;
                    }
                    const overflow = getComputedStyle(each).overflowX;
                    if ((overflow === 'hidden' || overflow === 'clip') && each.innerText && each.innerText.trim()) {
                        wrong.push('cut off: ' + name(each));
                    }
                }
                if (document.querySelectorAll('h1').length !== 1) {
                    wrong.push(document.querySelectorAll('h1').length + ' h1');
                }
                if (!document.title.trim() || !root.lang) {
                    wrong.push('no title or language');
                }
                return wrong;

                function name(element) {
                    const label = element.id ? '#' + element.id : [...element.classList].map(each => '.' + each).join('');
                    return element.localName + label + ' "' + element.textContent.trim().slice(0, 40) + '"';
                }
            }
            """;

    /** A window has another width only when the page has heard of it, which is a moment later. */
    private static final String IS_HALF = """
            ([half, wanted]) => new Promise((done, fail) => {
                const end = performance.now() + 10_000;
                (function look() {
                    if ((innerWidth === half) === wanted) {
                        done();
                    } else if (performance.now() > end) {
                        fail(new Error(`The window is ${innerWidth} px wide; half of it is ${half}.`));
                    } else {
                        setTimeout(look, 10);
                    }
                })();
            })
            """;

    private Layout() {}

    /** What is wrong, in words. */
    static List<String> problems(Page page) {
        return ((List<?>) page.evaluate(WRONG, MAY_BE_CUT))
                .stream().map(String::valueOf).toList();
    }

    /** The same when the page is enlarged to 200 %: each CSS pixel is two of the screen's, and half as many fit. */
    static List<String> problemsEnlarged(Visit visit) {
        CDPSession devTools = visit.page.context().newCDPSession(visit.page);
        int half = visit.look().width() / 2;
        JsonObject metrics = new JsonObject();
        metrics.addProperty("width", half);
        metrics.addProperty("height", visit.look().height() / 2);
        metrics.addProperty("deviceScaleFactor", 2);
        metrics.addProperty("mobile", false);
        devTools.send("Emulation.setDeviceMetricsOverride", metrics);
        try {
            visit.page.evaluate(IS_HALF, List.of(half, true));
            return problems(visit.page);
        } finally {
            devTools.send("Emulation.clearDeviceMetricsOverride");
            devTools.detach();
            visit.page.evaluate(IS_HALF, List.of(half, false));
        }
    }
}
