package org.gomall.web.ready;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PiecesTest {

    private static final Filling ALICE = new Filling("token-of-alice", "alice & 爱丽丝", "trace");

    @Test
    void fills_every_blank_with_what_belongs_to_the_request() {
        Pieces pieces = pieces("<i>A</i>粗陶<form>B</form><form>B</form>C");

        assertThat(text(pieces.filled(ALICE)))
                .isEqualTo("<i>alice & 爱丽丝</i>粗陶<form>token-of-alice</form><form>token-of-alice</form>trace");
        assertThat(text(pieces.filled(new Filling(null, null, "other"))))
                .as("a guest of a page without forms")
                .isEqualTo("<i></i>粗陶<form></form><form></form>other");
    }

    @Test
    void an_answer_without_blanks_stays_as_it_is() {
        assertThat(text(pieces("").filled(ALICE))).isEmpty();
        assertThat(text(pieces("plain").filled(ALICE))).isEqualTo("plain");
    }

    @Test
    void compressed_pieces_are_the_same_answer() throws IOException {
        String text = "B" + "<li>粗陶咖啡马克杯</li>".repeat(2_000) + "A" + "x".repeat(70_000) + "C";
        Pieces pieces = pieces(text);

        byte[] packed = new Packed(pieces).filled(ALICE);

        assertThat(packed.length).isLessThan(text.length() / 20);
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(plain.readAllBytes()).isEqualTo(pieces.filled(ALICE));
        }
    }

    @Test
    void what_does_not_shrink_is_packed_all_the_same() throws IOException {
        byte[] noise = new byte[50_000];
        new java.util.Random(7).nextBytes(noise);
        Pieces pieces = Pieces.cut(noise, Map.of(Blank.TRACE_ID, "not in it at all"));

        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(new Packed(pieces).filled(ALICE)))) {
            assertThat(plain.readAllBytes()).isEqualTo(noise);
        }
    }

    private static Pieces pieces(String text) {
        return Pieces.cut(
                text.getBytes(StandardCharsets.UTF_8),
                Map.of(Blank.USERNAME, "A", Blank.FORM_TOKEN, "B", Blank.TRACE_ID, "C"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
