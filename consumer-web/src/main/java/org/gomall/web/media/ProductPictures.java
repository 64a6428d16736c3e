package org.gomall.web.media;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Draws product pictures: flat shapes in one studio, lit from the upper left, always the same for the same product. Three
 * views: the thing itself, a closer look, and two variants side by side. The room is darker where the page is dark.
 */
@Component
class ProductPictures {

    /** How many views every product has. */
    static final int VIEWS = 3;

    /**
     * The only style that a picture has, so that its answer can allow just this one: room by day (d) or by night (n), and
     * ink that stands out from it.
     */
    static final String STYLE = "svg{color:#2b3340}.n{display:none}"
            + "@media(prefers-color-scheme:dark){svg{color:#12171d}.d{display:none}.n{display:inline}}";

    private static final String OPEN =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 400\" width=\"800\" height=\"800\"><style>"
                    + STYLE + "</style>";
    private static final String LIGHT = "<linearGradient id=\"li\" x1=\"0\" y1=\"0\" x2=\"1\" y2=\"1\">"
            + "<stop offset=\".05\" stop-color=\"#fff\" stop-opacity=\".26\"/>"
            + "<stop offset=\".5\" stop-color=\"#fff\" stop-opacity=\"0\"/>"
            + "<stop offset=\".95\" stop-color=\"#10151c\" stop-opacity=\".24\"/></linearGradient>"
            + "<radialGradient id=\"sh\"><stop offset=\"0\" stop-color=\"#10151c\" stop-opacity=\".42\"/>"
            + "<stop offset=\".55\" stop-color=\"#10151c\" stop-opacity=\".14\"/>"
            + "<stop offset=\"1\" stop-color=\"#10151c\" stop-opacity=\"0\"/></radialGradient>"
            + "<radialGradient id=\"sp\"><stop offset=\"0\" stop-color=\"#fff\" stop-opacity=\".75\"/>"
            + "<stop offset=\"1\" stop-color=\"#fff\" stop-opacity=\"0\"/></radialGradient>";

    private final Motifs motifs;

    ProductPictures(Motifs motifs) {
        this.motifs = motifs;
    }

    /**
     * One view of a product as an SVG document. Nothing of the name ends up in it.
     *
     * @param colours names of the colours it comes in, the shown one first; empty when it has none to choose
     */
    String draw(long productId, String name, String slug, int view, List<String> colours) {
        long seed = scramble(productId);
        Motif motif = motifs.choose(name, slug, seed >>> 8);
        List<Palette> palettes = Stream.concat(colours.stream(), named(name, colours))
                .limit(2)
                .flatMap(colour -> ColourNames.palette(colour).stream())
                .toList();
        Palette shown = palettes.isEmpty() ? motif.palette(seed) : palettes.get(0);
        Palette other = palettes.size() > 1 ? palettes.get(1) : palettes.isEmpty() ? shown.exchanged() : shown;
        return draw(motif, shown, other, view, (seed & 64) == 0);
    }

    /** The picture of a product that nothing is known about. */
    String drawUnknown(long productId, int view) {
        Palette palette = Palette.of(scramble(productId));
        return draw(motifs.anything(), palette, palette, view, true);
    }

    private static Stream<String> named(String name, List<String> colours) {
        return colours.isEmpty() && name != null ? ColourNames.in(name).stream() : Stream.empty();
    }

    /** One motif in a room; {@code other} is the variant that the last view shows beside it. */
    static String draw(Motif motif, Palette palette, Palette other, int view, boolean toTheRight) {
        StringBuilder svg = new StringBuilder(4_096).append(OPEN).append(room(palette, view));
        switch (view) {
            case 1 -> svg.append(shadow(208, 328, 138)).append(placed("a", motif, palette, 63, 76, 1.37, 0));
            case 2 ->
                svg.append(shadow(208, 366, 168)).append(placed("a", motif, palette, 30, 28, 1.7, toTheRight ? -9 : 9));
            default ->
                svg.append(shadow(130, 286, 88))
                        .append(placed("b", motif, other, 36, 100, 1, toTheRight ? -4 : 4))
                        .append(shadow(264, 336, 110))
                        .append(placed("a", motif, palette, 146, 118, 1.17, 0));
        }
        return svg.append("</svg>").toString();
    }

    /** Wall and floor, by day and by night, and the light that the lamp throws on the wall. */
    private static String room(Palette palette, int view) {
        int edge = view == 2 ? 400 : view == 1 ? 292 : 262;
        return "<defs>" + LIGHT + ground("day", palette.wall(), palette.floor())
                + ground("night", palette.nightWall(), palette.nightFloor()) + "</defs>" + half("d", "day", edge)
                + half("n", "night", edge)
                + "<ellipse class=\"d\" cx=\"170\" cy=\"150\" rx=\"210\" ry=\"190\" fill=\"url(#sp)\"/>"
                + "<ellipse class=\"n\" cx=\"170\" cy=\"150\" rx=\"210\" ry=\"190\" fill=\"url(#sp)\""
                + " opacity=\".22\"/>";
    }

    private static String ground(String id, Colour wall, Colour floor) {
        return "<linearGradient id=\"" + id + "\" x2=\"0\" y2=\"1\"><stop offset=\"0\" stop-color=\"" + wall.hex()
                + "\"/><stop offset=\"1\" stop-color=\"" + floor.hex() + "\"/></linearGradient>";
    }

    private static String half(String when, String ground, int edge) {
        String wall =
                "<g class=\"" + when + "\"><path d=\"M0 0h400v" + (edge + 1) + "H0z\" fill=\"url(#" + ground + ")\"/>";
        return edge == 400
                ? wall + "</g>"
                : wall + "<path d=\"M0 " + edge + "h400v" + (400 - edge) + "H0z\" fill=\"url(#" + ground
                        + ")\" transform=\"rotate(180 200 " + (200 + edge / 2) + ")\"/></g>";
    }

    private static String shadow(int x, int y, int width) {
        return "<ellipse cx=\"" + x + "\" cy=\"" + y + "\" rx=\"" + width + "\" ry=\"" + width / 8
                + "\" fill=\"url(#sh)\"/>";
    }

    /** The thing, and over its own outline the light: from the upper left, into the shade at the lower right. */
    private static String placed(String id, Motif motif, Palette palette, int x, int y, double scale, int turn) {
        return "<g transform=\"translate(" + x + " " + y + ") scale(" + scale + ") rotate(" + turn
                + " 100 100)\"><g id=\"" + id + "\">" + motif.in(palette) + "</g><mask id=\"m" + id
                + "\" mask-type=\"alpha\" maskUnits=\"userSpaceOnUse\" x=\"-20\" y=\"-40\" width=\"240\" height=\"240\">"
                + "<use href=\"#" + id + "\"/></mask><path d=\"M-20-40h240v240H-20z\" fill=\"url(#li)\" mask=\"url(#m"
                + id + ")\"/></g>";
    }

    /** Spreads neighbouring ids over all palettes and motifs (the finalizer of SplitMix64, Steele et al. 2014). */
    private static long scramble(long id) {
        long z = id + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
