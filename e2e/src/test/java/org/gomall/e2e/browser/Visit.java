package org.gomall.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gomall.e2e.Mall;

/** One visitor with cookies of their own. Its end fails when a page logged an error or asked anybody else for something. */
final class Visit implements AutoCloseable {

    private static final Pattern REFUSAL =
            Pattern.compile("Failed to load resource: .* status of [45]\\d\\d.*", Pattern.DOTALL);

    private static final double PATIENCE_MILLIS = 60_000;

    /** Hashing a password may take longer than anybody waits for it while the processors are full. */
    private static final int MOST_LOGINS = 5;

    final Page page;

    private final BrowserContext context;
    private final String mall = Mall.shared().url();
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private Look look;

    Visit(Look look) {
        this.look = look;
        context = Chromium.shared()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(look.language())
                        .setViewportSize(look.width(), look.height())
                        .setColorScheme(scheme(look))
                        // A picture or a contrast in the middle of a transition is nobody's.
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(look.scripts()));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(mall + "/") && !request.url().startsWith("data:")) {
                complaints.add("asked somebody else: " + request.url());
            }
        });
    }

    private static ColorScheme scheme(Look look) {
        return look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT;
    }

    private void listen(ConsoleMessage message) {
        if (!message.type().equals("error")) {
            return;
        }
        boolean announced =
                REFUSAL.matcher(message.text()).matches() && refused.stream().anyMatch(message.location()::contains);
        if (!announced) {
            complaints.add(message.text() + " at " + message.location());
        }
    }

    /** Says that an address which contains this is refused on purpose: the browser logs an error for it. */
    void mayBeRefused(String address) {
        refused.add(address);
    }

    Look look() {
        return look;
    }

    /** Looks at the same page in another way; the language stays. */
    void look(Look other) {
        page.setViewportSize(other.width(), other.height());
        if (other.dark() != look.dark()) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme(other)));
        }
        look = other;
    }

    /** Opens a page and answers its status. */
    int open(String path) {
        Response response = page.navigate(mall + path);
        return response.status();
    }

    /** Where the visitor is, without the name of the site. */
    String path() {
        return page.url().substring(mall.length());
    }

    void login(String account, String password) {
        open("/login");
        fillLogin(account, password);
    }

    /** Logs in on the page that asks for it, and once more for as long as the mall says that it was too busy. */
    void fillLogin(String account, String password) {
        mayBeRefused("/login");
        int tries = 1;
        int status = tryLogin(account, password);
        while (status >= 429 && tries++ < MOST_LOGINS) {
            page.waitForLoadState();
            status = tryLogin(account, password);
        }
        assertThat(status).as("logging in").isLessThan(400);
        page.waitForURL(url -> !url.contains("/login"));
    }

    private int tryLogin(String account, String password) {
        page.fill("input[name=account]", account);
        page.fill("input[name=password]", password);
        return page.waitForResponse(
                        response -> response.request().method().equals("POST")
                                && response.url().contains("/login"),
                        () -> page.locator("main form button[type=submit]")
                                .first()
                                .click())
                .status();
    }

    /** Presses the first such button or link and waits for the page it leads to, whose address contains this. */
    void press(String selector, String leadsTo) {
        page.locator(selector).first().click();
        page.waitForURL(url -> url.contains(leadsTo));
    }

    /** Waits until this can be seen, and answers it. */
    Locator see(String selector) {
        Locator place = page.locator(selector).first();
        place.waitFor();
        return place;
    }

    /** Waits until a part of the page says this. */
    void read(String selector, String words) {
        page.locator(selector)
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .waitFor();
    }

    void picture(String name) {
        Pictures.take(this, name);
    }

    /** What went wrong since it was asked last. */
    List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
