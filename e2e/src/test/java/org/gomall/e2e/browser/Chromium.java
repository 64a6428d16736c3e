package org.gomall.e2e.browser;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One Chromium for each thread of tests here. Tests are skipped, and say so, where none is installed. */
final class Chromium {

    /** What Playwright makes may be used only by the thread that asked for it. */
    private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(Chromium::launch);

    private Chromium() {}

    static Browser shared() {
        return BROWSER.get();
    }

    private static Browser launch() {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            System.out.println("No page is tested in a browser: install Chromium to have that too.");
        }
        assumeThat(program).as("a Chromium on this machine").isPresent();
        return launch(program.get());
    }

    private static Optional<Path> program() {
        return Stream.of(
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/snap/bin/chromium")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Browser launch(Path program) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }
}
