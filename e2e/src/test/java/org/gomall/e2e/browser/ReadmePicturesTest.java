package org.gomall.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of the README anew: {@code mvn verify -Dtest=ReadmePicturesTest -Dgomall.pictures=true}. */
@EnabledIfSystemProperty(named = "gomall.pictures", matches = "true")
class ReadmePicturesTest {

    private static final Path FOLDER = Project.root().resolve("docs/images");
    private static final int WIDTH = 1280;
    private static final long LIMIT_BYTES = 150_000;

    private final Scenery scenery = Scenery.shared();

    @Test
    void home() throws IOException {
        take(Who.GUEST, "/", "home", false);
    }

    @Test
    void an_order_in_the_dark() throws IOException {
        take(Who.SHOPPER, "/orders/" + scenery.shipped, "order-dark", true);
    }

    @Test
    void the_desk_of_a_merchant() throws IOException {
        take(Who.MERCHANT, "/merchant", "merchant", false);
    }

    private static void take(Who who, String path, String name, boolean dark) throws IOException {
        Path file = FOLDER.resolve(name + ".jpg");
        try (Visit visit = new Visit(Look.english(WIDTH).inTheDark(dark))) {
            if (who.account != null) {
                visit.login(who.account, Mall.DEMO_PASSWORD);
            }
            visit.open(path);
            Pictures.awaitAll(visit.page);
            visit.page.screenshot(new Page.ScreenshotOptions()
                    .setPath(file)
                    .setType(ScreenshotType.JPEG)
                    .setQuality(85));
        }
        assertThat(Files.size(file)).isLessThan(LIMIT_BYTES);
    }
}
