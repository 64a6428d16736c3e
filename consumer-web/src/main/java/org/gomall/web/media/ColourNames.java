package org.gomall.web.media;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Colours that merchants call by name. What they write ("Navy stripe", "Blue and yellow") becomes a short name of a known
 * list ("navy", "blue-yellow"), so that there are only so many addresses of pictures.
 */
final class ColourNames {

    private static final List<String> SPECS =
            List.of("Colour", "Color", "颜色", "Shade", "Finish", "Cover", "Pot", "Handle");

    private static final Map<String, Colour> KNOWN = read("""
            white f2efe9, speckledwhite e9e4d8, warmwhite f0e6d2, offwhite ece6da, pearl ebe3d8, chalk e6e1d6,
            ivory eee6cf, cream ecdfc4, ecru ddd0b4, oat d8c7a6, porcelain f0dfd0, sand d3b98c, wheat dcbf82,
            butter ecd58a, natural cfae7c, oak c49a62, naturaloak c9a26a, smokedoak 7a5c41, walnut 6f4e37, ash 57534e,
            blackash 3b3a39, birch d9bd8e, camel bd8d55, khaki a99a6b, tobacco 8b5e34, cognac a9602f, honey d29a3c,
            chestnut 7d4630, brown 7a5236, darkbrown 4f3628, blackbrown 3d2f29, cocoa 6a4634, snuff 8a6a48,
            taupe 8d7f73, clay bf7a5a, terracotta c0694a, brick a94f3d, rust ad5a34, persimmon d9643a, apricot eeb27c,
            peach f0aa8a, coral ec7a66, tomato d6452f, red c83a3a, cherry b12a3c, berry 9b2f55, wine 7b2637,
            rosewood 8e4850, fig 6c3b52, plum 6e3f66, rose d98295, pink e598ae, lilac b39ad0, violet 7b5fb0,
            purple 7d4f9c, mustard d2a02f, yellow efc33c, lime a9c940, neon c8e03a, orange ea7e2e,
            classicorange dd7428, green 4a8f5a, mint 9fd3bd, sage 9bac8c, moss 72803f, olive 7c7a45, forest 33593f,
            pine 2f5a4a, bottlegreen 1f4d3c, celadon a3c5b0, teal 2f7f82, sky 8fc0e2, lakeblue 5f9dbd, mistblue a3bccf,
            blue 3f6fb5, speckledblue 6d8fb0, indigo 3b4a86, navy 2c3a5e, ink 2f3b52, midnight 262f45, night 2a3040,
            slate 66727f, graphite 4b5057, charcoal 43474d, grey 8f959c, gray 8f959c, stone b0a899, fog b9bfc4,
            mist c3ccd1, silver c5cad0, denim 46608c, iron 474b50, titanium 9ba1a7, brass c9a24a, rattan c4995c, seagrass bfa163, bamboo cfa960,
            champagne dcc6a0, gold cfa748, black 33363b
            """);

    /** Materials and colours that mean the thing itself wherever they stand in its name. */
    private static final Set<String> IN_NAMES = Set.of(
            "green", "honey", "clay", "celadon", "iron", "titanium", "brass", "rattan", "seagrass", "bamboo", "denim");

    /** Chinese names in addresses: their English ones. */
    private static final Map<Character, String> CHINESE = Map.ofEntries(
            Map.entry('黑', "black"),
            Map.entry('白', "white"),
            Map.entry('红', "red"),
            Map.entry('蓝', "blue"),
            Map.entry('绿', "green"),
            Map.entry('灰', "grey"),
            Map.entry('粉', "pink"),
            Map.entry('黄', "yellow"),
            Map.entry('紫', "purple"),
            Map.entry('棕', "brown"),
            Map.entry('米', "cream"),
            Map.entry('橙', "orange"),
            Map.entry('银', "silver"),
            Map.entry('金', "gold"));

    private ColourNames() {}

    /** The name of the colour that a SKU has by its specs, if it has one that is known. */
    static Optional<String> of(Map<String, String> specs) {
        return SPECS.stream()
                .map(specs::get)
                .filter(Objects::nonNull)
                .map(ColourNames::named)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The colour that an English product name speaks of: after its comma ("Court Sneaker, White"), or as a material. */
    static Optional<String> in(String productName) {
        String[] parts = productName.split(" with | for ", 2)[0].split(",", 2);
        Optional<String> said = parts.length > 1 ? named(parts[1]) : Optional.empty();
        return said.or(() -> Arrays.stream(parts[0].toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .filter(IN_NAMES::contains)
                .findFirst());
    }

    /** The colours behind a name that {@link #of} has given. */
    static Optional<Palette> palette(String name) {
        String[] parts = name.split("-", 3);
        Colour main = KNOWN.get(parts[0]);
        if (main == null || parts.length > 2) {
            return Optional.empty();
        }
        if (parts.length == 1) {
            return Optional.of(Palette.of(main));
        }
        return Optional.ofNullable(KNOWN.get(parts[1])).map(accent -> Palette.of(main, accent));
    }

    private static Optional<String> named(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        String phrase = small.replaceAll("[^a-z]", "");
        if (KNOWN.containsKey(phrase)) {
            return Optional.of(phrase);
        }
        List<String> known =
                Arrays.stream(small.split("[^a-z]+")).filter(KNOWN::containsKey).toList();
        if (known.size() > 1 && small.contains(" and ")) {
            return Optional.of(known.get(0) + "-" + known.get(1));
        }
        return known.isEmpty() ? chinese(text) : Optional.of(known.get(known.size() - 1));
    }

    private static Optional<String> chinese(String text) {
        return text.chars()
                .mapToObj(character -> CHINESE.get((char) character))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Map<String, Colour> read(String list) {
        Map<String, Colour> known = new HashMap<>();
        for (String entry : list.strip().split(",\\s+")) {
            String[] pair = entry.split(" ");
            known.put(pair[0], Colour.of(pair[1]));
        }
        return Map.copyOf(known);
    }
}
