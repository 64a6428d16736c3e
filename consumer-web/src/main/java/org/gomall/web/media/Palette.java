package org.gomall.web.media;

import java.util.Comparator;
import java.util.List;

/** The colours of one thing: a main colour with its shade and tint, an accent with its shade. */
record Palette(Colour main, Colour shade, Colour tint, Colour accent, Colour accentShade) {

    private static final List<Palette> ALL = List.of(
            of("3b8c84 f2a65a"),
            of("4a78b5 f4c95d"),
            of("e0705a 3e6c8f"),
            of("e0a93b 4f6d7a"),
            of("8a5a8f e8b04a"),
            of("7d8f4e d9714e"),
            of("5b6b82 ee8b60"),
            of("d1708a 4c8577"),
            of("5660b0 f0a07c"),
            of("c4693f 5c8a8a"),
            of("3f7d58 e9b872"),
            of("4fa3c7 e2725b"));

    /** What goes with a colour that comes alone. */
    private static final List<Colour> ACCENTS = List.of(
            Colour.of("f2a65a"), Colour.of("3e6c8f"), Colour.of("d9714e"), Colour.of("4c8577"), Colour.of("f4c95d"));

    private static final Colour INK = Colour.of("2b3340");
    private static final Colour WALL = Colour.of("f6f3ee");
    private static final Colour FLOOR = Colour.of("e9e4dc");
    private static final Colour NIGHT_WALL = Colour.of("3a434e");
    private static final Colour NIGHT_FLOOR = Colour.of("2c343d");

    /** The palette that a product always gets. */
    static Palette of(long seed) {
        return ALL.get((int) Long.remainderUnsigned(seed, ALL.size()));
    }

    /** A thing of this colour, with an accent that stands out from it. */
    static Palette of(Colour main) {
        return of(
                main,
                ACCENTS.stream().max(Comparator.comparingInt(main::distance)).orElseThrow());
    }

    /** A thing of two colours. */
    static Palette of(Colour main, Colour accent) {
        return new Palette(main, main.shade(), main.tint(), accent, accent.shade());
    }

    /** The same colours with main and accent exchanged: a second variant of the same thing. */
    Palette exchanged() {
        return of(accent, main);
    }

    /** The wall behind the thing: nearly white, and darker behind a white thing, which would be lost before it. */
    Colour wall() {
        return main.isPale() ? FLOOR.mix(accent, 7) : WALL.mix(main, 7);
    }

    /** What the thing stands on. */
    Colour floor() {
        return main.isPale() ? FLOOR.mix(accent, 12).mix(INK, 9) : FLOOR.mix(main, 12);
    }

    /** The wall where the page is dark; lighter behind a dark thing. */
    Colour nightWall() {
        return main.isDark() ? NIGHT_WALL.mix(main.tint(), 15).tint() : NIGHT_WALL.mix(main, 12);
    }

    /** The floor where the page is dark. */
    Colour nightFloor() {
        return main.isDark() ? NIGHT_WALL : NIGHT_FLOOR.mix(main, 10);
    }

    /** What an SVG attribute says for a letter of a motif. Ink is the text colour, which is deeper on dark pages. */
    String paint(String letter) {
        return switch (letter) {
            case "a" -> main.hex();
            case "b" -> shade.hex();
            case "c" -> tint.hex();
            case "d" -> accent.hex();
            case "e" -> accentShade.hex();
            case "w" -> "#fffdf8";
            case "k" -> "currentColor";
            case "g" -> "#a9b2bc";
            case "h" -> "#d3d9df";
            default -> throw new IllegalArgumentException("no colour for the letter " + letter);
        };
    }

    private static Palette of(String colours) {
        String[] pair = colours.split(" ");
        return of(Colour.of(pair[0]), Colour.of(pair[1]));
    }
}
