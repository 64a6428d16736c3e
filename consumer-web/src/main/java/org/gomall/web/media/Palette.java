package org.gomall.web.media;

import java.util.List;

/** The colours of one picture: a main colour, an accent, each with its shade, and two soft ones for the background. */
record Palette(String main, String shade, String tint, String accent, String accentShade, String light, String soft) {

    private static final List<Palette> ALL = List.of(
            of("3b8c84 2c6d67 6db5ad f2a65a d88438 eef6f4 d3e7e2"),
            of("4a78b5 365c90 7fa5d6 f4c95d dba83a eef3fa d5e1f1"),
            of("e0705a b95443 f09c88 3e6c8f 2c5270 fdf3ef f5dcd3"),
            of("e0a93b ba8626 f0c76e 4f6d7a 3a525d fdf7ea f3e5c3"),
            of("8a5a8f 6b426f b388b8 e8b04a c78f2e f7f2f8 e6d8e8"),
            of("7d8f4e 5f6e38 a5b578 d9714e b65638 f5f7ed e1e7cb"),
            of("5b6b82 434f62 8c9bb0 ee8b60 cb6b42 f2f4f8 dae0e9"),
            of("d1708a ab536b e8a2b4 4c8577 38665b fdf2f4 f3d8df"),
            of("5660b0 3f478a 8a92d6 f0a07c d07c56 f1f2fa d9dbf0"),
            of("c4693f 9c4f2c df946e 5c8a8a 426a6a fcf3ee f0dacb"),
            of("3f7d58 2d5e41 74ad8b e9b872 c99650 eff6f1 d2e5d9"),
            of("4fa3c7 37809f 86c5e0 e2725b bf5542 eef7fb d0e8f2"));

    /** The palette that a product always gets. */
    static Palette of(long seed) {
        return ALL.get((int) Long.remainderUnsigned(seed, ALL.size()));
    }

    /** The same colours with main and accent exchanged: a second variant of the same thing. */
    Palette exchanged() {
        return new Palette(accent, accentShade, light, main, shade, light, soft);
    }

    /** The colour that a letter of a motif stands for. */
    String colour(String letter) {
        return "#"
                + switch (letter) {
                    case "a" -> main;
                    case "b" -> shade;
                    case "c" -> tint;
                    case "d" -> accent;
                    case "e" -> accentShade;
                    case "w" -> "fffdf8";
                    case "k" -> "2b3340";
                    case "g" -> "a9b2bc";
                    case "h" -> "d3d9df";
                    default -> throw new IllegalArgumentException("no colour for the letter " + letter);
                };
    }

    private static Palette of(String colours) {
        String[] c = colours.split(" ");
        return new Palette(c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
    }
}
