package org.gomall.web.media;

/** A colour of a picture, by its three parts from 0 to 255. */
record Colour(int red, int green, int blue) {

    private static final Colour WHITE = new Colour(255, 255, 255);
    private static final Colour BLACK = new Colour(0, 0, 0);

    /** A whiter thing than this is lost before a white wall. */
    private static final int PALE = 214;

    private static final int DARK = 70;

    /** Six hexadecimal digits. */
    static Colour of(String hex) {
        int rgb = Integer.parseInt(hex, 16);
        return new Colour(rgb >> 16, rgb >> 8 & 255, rgb & 255);
    }

    /** As an SVG attribute says it. */
    String hex() {
        return String.format("#%02x%02x%02x", red, green, blue);
    }

    /** This colour with so many per cent of another. */
    Colour mix(Colour other, int percent) {
        return new Colour(
                red + (other.red - red) * percent / 100,
                green + (other.green - green) * percent / 100,
                blue + (other.blue - blue) * percent / 100);
    }

    /** The side that the light does not reach. */
    Colour shade() {
        return mix(BLACK, isPale() ? 13 : 24);
    }

    /** The side that the light falls on. */
    Colour tint() {
        return mix(WHITE, isPale() ? 60 : isDark() ? 20 : 32);
    }

    boolean isPale() {
        return brightness() > PALE;
    }

    boolean isDark() {
        return brightness() < DARK;
    }

    /** How different two colours are, as a square. */
    int distance(Colour other) {
        int r = red - other.red;
        int g = green - other.green;
        int b = blue - other.blue;
        return r * r + g * g + b * b;
    }

    /** Weighted as eyes do (ITU-R BT.601). */
    private int brightness() {
        return (299 * red + 587 * green + 114 * blue) / 1000;
    }
}
