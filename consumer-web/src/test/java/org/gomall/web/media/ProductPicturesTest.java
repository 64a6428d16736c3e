package org.gomall.web.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ProductPicturesTest {

    private final Motifs motifs = new Motifs();
    private final ProductPictures pictures = new ProductPictures(motifs);

    @Test
    void every_motif_is_a_small_well_formed_drawing_in_every_view() throws Exception {
        assertThat(motifs.all()).hasSizeGreaterThan(100);
        for (Motif motif : motifs.all()) {
            for (int view = 1; view <= ProductPictures.VIEWS; view++) {
                String word = motif.words().iterator().next();
                String svg = pictures.draw(100_001 + view, word, "", view);
                Document drawing = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
                assertThat(drawing.getDocumentElement().getTagName()).isEqualTo("svg");
                assertThat(svg.length()).as(motif.id()).isLessThan(6_000);
                assertThat(svg).as(motif.id()).doesNotContainPattern("(fill|stroke)=\"[a-z]\"");
            }
        }
    }

    @Test
    void a_product_always_looks_the_same_and_its_views_differ() {
        assertThat(pictures.draw(100_007, "Mug", "kitchen", 1)).isEqualTo(pictures.draw(100_007, "Mug", "kitchen", 1));
        assertThat(pictures.draw(100_007, "Mug", "kitchen", 1))
                .isNotEqualTo(pictures.draw(100_007, "Mug", "kitchen", 2));
    }

    @Test
    void nothing_of_a_name_ends_up_in_the_picture() {
        String svg = pictures.draw(1, "<script>x Mug\" onload=\"x", "kitchen", 1);
        assertThat(svg).isEqualTo(pictures.draw(1, "mug", "kitchen", 1)).doesNotContain("script", "onload");
    }

    @Test
    void shows_what_the_name_says() {
        assertThat(motif("Stoneware Tea Mug with Lid", "tea")).isEqualTo("tea");
        assertThat(motif("Stoneware Mug with Lid", "drinkware")).isEqualTo("mug");
        assertThat(motif("Soy Candle in a Stone Bowl", "decor")).isEqualTo("candle");
        assertThat(motif("Quiet Water Bowl for Cats", "cats")).isEqualTo("petbowl");
        assertThat(motif("Ironwood Chopsticks, Ten Pairs", "tableware")).isEqualTo("chopsticks");
        assertThat(motif("Canvas Low-top Sneaker", "sneakers")).isEqualTo("sneaker");
    }

    @Test
    void titles_of_novels_are_not_taken_at_their_word() {
        assertThat(motif("Night Train to Harbin", "novels")).isEqualTo("novel");
    }

    @Test
    void falls_back_to_the_category_and_then_to_a_parcel() {
        assertThat(motifs.choose("Unheard-of Thing", "toys", 5).slugs()).contains("toys");
        assertThat(motif("Unheard-of Thing", "no-such-category")).isEqualTo("parcel");
        assertThat(motif(null, null)).isEqualTo("parcel");
    }

    private String motif(String name, String slug) {
        return motifs.choose(name, slug, 1).id();
    }
}
