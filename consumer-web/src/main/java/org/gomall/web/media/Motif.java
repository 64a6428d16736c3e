package org.gomall.web.media;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something a picture can show, as SVG shapes in a box of 200 by 200 whose colours are letters of a {@link Palette}.
 *
 * @param words singular words of a product name that ask for it
 * @param slugs categories it may stand for when no word does
 * @param palettes numbers of the palettes that suit it; empty when all do
 */
record Motif(String id, Set<String> words, Set<String> slugs, List<Integer> palettes, String shapes) {

    private static final Pattern COLOUR = Pattern.compile("(fill|stroke)=\"([a-z])\"");

    /** Whether it may stand in this category when the name asks for it; one without categories stands anywhere. */
    boolean fits(String slug) {
        return slugs.isEmpty() || slugs.contains(slug);
    }

    /** The palette that a product of this kind always gets. */
    Palette palette(long seed) {
        return palettes.isEmpty()
                ? Palette.of(seed)
                : Palette.of(palettes.get((int) Long.remainderUnsigned(seed, palettes.size())));
    }

    /** The shapes in the colours of a palette. */
    String in(Palette palette) {
        Matcher colours = COLOUR.matcher(shapes);
        return colours.replaceAll(found -> found.group(1) + "=\"" + palette.paint(found.group(2)) + "\"");
    }
}
