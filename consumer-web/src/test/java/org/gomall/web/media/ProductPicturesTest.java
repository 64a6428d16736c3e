package org.gomall.web.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ProductPicturesTest {

    private static final String NOVELS = "3132";

    private final Motifs motifs = new Motifs();
    private final ProductPictures pictures = new ProductPictures(motifs);

    @Test
    void every_motif_is_a_small_well_formed_drawing_in_every_view() throws Exception {
        assertThat(motifs.all()).hasSizeGreaterThan(180);
        for (Motif motif : motifs.all()) {
            for (int view = 1; view <= ProductPictures.VIEWS; view++) {
                String svg = ProductPictures.draw(motif, Palette.of(view), Palette.of(view), view, true);
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
        assertThat(pictures.draw(100_007, "Mug", "kitchen", 1, List.of()))
                .isEqualTo(pictures.draw(100_007, "Mug", "kitchen", 1, List.of()));
        assertThat(pictures.draw(100_007, "Mug", "kitchen", 1, List.of()))
                .isNotEqualTo(pictures.draw(100_007, "Mug", "kitchen", 2, List.of()));
    }

    @Test
    void nothing_of_a_name_ends_up_in_the_picture() {
        String svg = pictures.draw(1, "<script>x Mug\" onload=\"x", "kitchen", 1, List.of());
        assertThat(svg)
                .isEqualTo(pictures.draw(1, "mug", "kitchen", 1, List.of()))
                .doesNotContain("script", "onload");
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
    void two_words_say_more_than_one() {
        assertThat(motif("Smart Ring for Sleep and Recovery", "wearables")).isEqualTo("ring");
        assertThat(motif("Leather Watch Strap, Quick Release", "wearables")).isEqualTo("strap");
        assertThat(motif("Mini Desktop Computer", "laptops")).isEqualTo("minipc");
        assertThat(motif("Clear Shockproof Phone Case", "phones")).isEqualTo("phonecase");
        assertThat(motif("Mulberry Silk Pillow Case", "bedding")).isEqualTo("pillow");
        assertThat(motif("Paper Lantern Floor Lamp", "lighting")).isEqualTo("floorlamp");
        assertThat(motif("Long Cat Plush Pillow", "plush")).isEqualTo("catpillow");
        assertThat(motif("Hand Puppet Set, Plush Zoo", "plush")).isEqualTo("puppet");
        assertThat(motif("Dog Rain Coat with Belly Strap", "dogs")).isEqualTo("dogcoat");
        assertThat(motif("Rain Coat, Long, Taped Seams", "outerwear")).isEqualTo("raincoat");
        assertThat(motif("Wool Felt Desk Mat for Mouse and Keyboard", "keyboards"))
                .isEqualTo("deskmat");
    }

    @Test
    void a_product_has_the_colour_that_is_chosen_or_that_its_name_speaks_of() {
        String navy = "#2c3a5e";
        assertThat(pictures.draw(1, "Mug", "kitchen", 1, List.of("navy", "red")))
                .contains(navy)
                .doesNotContain("#c83a3a");
        assertThat(pictures.draw(1, "Mug", "kitchen", 3, List.of("navy", "red")))
                .as("two variants side by side")
                .contains(navy, "#c83a3a");
        assertThat(pictures.draw(1, "Leather Court Sneaker, White", "sneakers", 1, List.of()))
                .contains("#f2efe9");
        assertThat(pictures.draw(1, "Cast Iron Wok, 32 cm", "cookware", 1, List.of()))
                .contains("#474b50");
    }

    @Test
    void what_merchants_call_colours_becomes_a_short_name_of_a_known_list() {
        assertThat(ColourNames.of(Map.of("Colour", "Navy stripe"))).contains("navy");
        assertThat(ColourNames.of(Map.of("Colour", "Mist Blue", "Size", "M"))).contains("mistblue");
        assertThat(ColourNames.of(Map.of("Colour", "Blue and yellow"))).contains("blue-yellow");
        assertThat(ColourNames.of(Map.of("颜色", "米白"))).contains("cream");
        assertThat(ColourNames.of(Map.of("Colour", "../../x", "Size", "Black"))).isEmpty();
        for (String name : List.of("navy", "mistblue", "blue-yellow", "cream")) {
            assertThat(ColourNames.palette(name)).as(name).isPresent();
        }
        assertThat(ColourNames.palette("no-such")).isEmpty();
        assertThat(ColourNames.palette("blue-yellow-red")).isEmpty();
    }

    @Test
    void only_drawn_pictures_follow_the_sku() {
        Map<String, String> sage = Map.of("Colour", "Sage");
        assertThat(SkuPictures.of("/media/products/100006/2.svg", sage)).isEqualTo("/media/products/100006/2-sage.svg");
        assertThat(SkuPictures.of("/media/products/100006/2.svg", Map.of("Size", "L")))
                .isEqualTo("/media/products/100006/2.svg");
        assertThat(SkuPictures.of("/media/uploads/abc.png", sage)).isEqualTo("/media/uploads/abc.png");
        assertThat(SkuPictures.of(null, sage)).isNull();
    }

    @Test
    void a_room_is_dark_on_a_dark_page_and_a_white_thing_is_not_lost_before_its_wall() {
        String svg = pictures.draw(1, "Mug", "kitchen", 1, List.of("white"));
        assertThat(svg)
                .contains("<style>" + ProductPictures.STYLE + "</style>", "class=\"d\"", "class=\"n\"")
                .contains("prefers-color-scheme:dark");
        Palette white = Palette.of(Colour.of("f2efe9"));
        assertThat(white.wall().distance(white.main())).isGreaterThan(150);
        Palette black = Palette.of(Colour.of("33363b"));
        assertThat(black.nightWall().distance(black.main())).isGreaterThan(3_000);
    }

    @Test
    void nothing_in_the_demo_catalogue_is_left_to_chance() throws IOException {
        String catalogue = Files.readString(Path.of("../sql/demo/gomall_product/R__demo_2_products.sql"));
        Matcher products =
                Pattern.compile("\\(1\\d{5}, \\d+, (\\d+), '((?:[^']|'')*)'").matcher(catalogue);
        int known = 0;
        while (products.find()) {
            if (!products.group(1).equals(NOVELS)) {
                assertThat(motif(products.group(2), "no-such-category"))
                        .as(products.group(2))
                        .isNotEqualTo("parcel");
                known++;
            }
        }
        assertThat(known).isGreaterThan(190);
    }

    @Test
    void titles_of_novels_are_not_taken_at_their_word() {
        assertThat(motif("Night Train to Harbin", "novels")).isNotEqualTo("train");
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
