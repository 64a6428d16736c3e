package org.gomall.web.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.product.PictureService;
import org.gomall.api.product.RegisterPictureCommand;
import org.gomall.api.user.ShopService;
import org.gomall.api.user.ShopView;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SliceTest
class UploadTest {

    private static final String PATH = "/api/merchant/uploads";
    private static final Path FOLDER = Path.of("target/pictures");

    @LocalServerPort
    private int port;

    @Autowired
    private ShopService shops;

    @Autowired
    private PictureService pictures;

    @BeforeEach
    void open_a_shop() {
        reset(shops, pictures);
        when(shops.shopOfOwner(1003)).thenReturn(new ShopView(2001, "Nova", null, "d", null, Instant.EPOCH));
    }

    @Test
    void a_picture_is_taken_in_noted_and_shown_to_everybody() throws IOException {
        Answer answer = merchant().upload(PATH, "IMG_2026.01.02.JPG", TestPictures.drawn("jpg", 2000, 1000));

        assertThat(answer.status()).isEqualTo(201);
        String id = answer.data().get("uploadId").stringValue();
        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(answer.data().get("url").stringValue()).isEqualTo("/media/uploads/" + id);
        assertThat(answer.data().get("width").intValue()).isEqualTo(1600);
        assertThat(answer.data().get("height").intValue()).isEqualTo(800);
        ArgumentCaptor<RegisterPictureCommand> noted = ArgumentCaptor.forClass(RegisterPictureCommand.class);
        verify(pictures).register(noted.capture());
        assertThat(noted.getValue().shopId()).isEqualTo(2001);
        assertThat(noted.getValue().actor().userId()).isEqualTo(1003);
        assertThat(noted.getValue().uploadId()).isEqualTo(id);
        assertThat(FOLDER.resolve(id.substring(0, 2)).resolve(id)).exists();

        Answer shown = Browser.at(port).get("/media/uploads/" + id);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.header("Cache-Control")).contains("max-age=31536000", "public", "immutable");
        assertThat(shown.setCookies()).isEmpty();
        Answer again =
                Browser.at(port).header("If-None-Match", shown.header("ETag")).get("/media/uploads/" + id);
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void names_cannot_be_guessed() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            ids.add(merchant()
                    .upload(PATH, "a.png", TestPictures.drawn("png", 2, 2))
                    .data()
                    .get("uploadId")
                    .stringValue());
        }
        assertThat(ids).hasSize(20);
    }

    @Test
    void what_is_no_picture_is_refused_and_leaves_nothing() throws IOException {
        long before = files();
        byte[] png = TestPictures.drawn("png", 30, 20);
        assertThat(merchant()
                        .upload(PATH, "a.png", "<svg onload=alert(1)>".getBytes())
                        .code())
                .isEqualTo(41500);
        assertThat(merchant().upload(PATH, "a.png", TestPictures.cut(png, 40)).code())
                .isEqualTo(40001);
        assertThat(merchant()
                        .upload(PATH, "a.png", TestPictures.with(png, "<script>"))
                        .code())
                .isEqualTo(40001);
        assertThat(merchant()
                        .upload(PATH, "a.png", TestPictures.pngThatClaims(60_000, 60_000))
                        .code())
                .isEqualTo(41300);
        assertThat(merchant().upload(PATH, "a.png", new byte[0]).code()).isEqualTo(41500);
        assertThat(merchant()
                        .upload(PATH, "a.png", null, "other", "x")
                        .data()
                        .get("file")
                        .stringValue())
                .isEqualTo("is missing");
        assertThat(merchant().post(PATH, "{}").code()).isEqualTo(41500);
        verify(pictures, never()).register(any());
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {5 * 1024 * 1024 + 1, 6 * 1024 * 1024, 12 * 1024 * 1024})
    void what_is_too_large_is_refused_before_it_is_read(int bytes) {
        assertThat(merchant().upload(PATH, "a.png", new byte[bytes]).code()).isEqualTo(41300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/cron.d/x.png",
                "..\\\\x.png",
                "/etc/passwd",
                "shell.php",
                "shell.php.png",
                "shell.PhP5.jpg",
                "page.html.png",
                "picture.svg",
                "picture.svg.png",
                "x.jsp.gif"
            })
    void names_that_mean_something_else_are_refused(String name) {
        Answer answer = merchant().upload(PATH, name, TestPictures.drawn("png", 30, 20));
        assertThat(answer.code()).as(answer.body()).isEqualTo(40001);
        assertThat(answer.data().propertyNames()).containsExactly("file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.png", "photo.final.jpg", "照片 1.png", "a.b.c.JPEG", "noextension"})
    void ordinary_names_are_fine(String name) {
        assertThat(merchant()
                        .upload(PATH, name, TestPictures.drawn("png", 30, 20))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void only_merchants_with_an_open_shop_upload() {
        byte[] png = TestPictures.drawn("png", 30, 20);
        assertThat(Browser.at(port).upload(PATH, "a.png", png).code()).isEqualTo(40100);
        assertThat(Browser.at(port).loggedIn("alice").upload(PATH, "a.png", png).code())
                .isEqualTo(40300);
        reset(shops);
        when(shops.shopOfOwner(anyLong())).thenThrow(BusinessException.notFound("shop"));
        assertThat(merchant().upload(PATH, "a.png", png).code()).isEqualTo(40300);
    }

    @Test
    void a_picture_that_belongs_to_nobody_does_not_stay() throws IOException {
        long before = files();
        doThrow(new BusinessException(ErrorCode.CONFLICT)).when(pictures).register(any());
        assertThat(merchant()
                        .upload(PATH, "a.png", TestPictures.drawn("png", 30, 20))
                        .code())
                .isEqualTo(40900);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void bodies_of_several_parts_are_taken_nowhere_else() {
        Browser alice = Browser.at(port).loggedIn("alice");
        assertThat(alice.upload("/api/orders", "a.png", new byte[10]).code()).isEqualTo(41500);
        assertThat(alice.upload("/api/merchant/uploads/x", "a.png", new byte[10])
                        .code())
                .isEqualTo(41500);
        assertThat(alice.upload("/login", "a.png", new byte[2_000_000]).status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/uploads/00000000000000000000000000000000",
                "/media/uploads/..%2f..%2fetc%2fpasswd",
                "/media/uploads/../../etc/passwd",
                "/media/uploads/0000000000000000000000000000000G",
                "/media/uploads/"
            })
    void nothing_but_pictures_is_shown(String path) {
        assertThat(Browser.at(port).raw("GET", path).status()).isIn(400, 404);
    }

    private Browser merchant() {
        return Browser.at(port).loggedIn("nova");
    }

    private static long files() throws IOException {
        if (!Files.exists(FOLDER)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
