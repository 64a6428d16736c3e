package org.gomall.web.media;

import org.springframework.stereotype.Component;

/**
 * Draws product pictures: flat shapes on a soft background, always the same for the same product. Three views: the thing
 * itself, a closer look, and two variants side by side.
 */
@Component
class ProductPictures {

    /** How many views every product has. */
    static final int VIEWS = 3;

    private final Motifs motifs;

    ProductPictures(Motifs motifs) {
        this.motifs = motifs;
    }

    /** One view of a product as an SVG document. Nothing of the name ends up in it. */
    String draw(long productId, String name, String slug, int view) {
        long seed = scramble(productId);
        Motif motif = motifs.choose(name, slug, seed >>> 8);
        return draw(motif, motif.palette(seed), view, (seed & 64) == 0);
    }

    /** The picture of a product that nothing is known about. */
    String drawUnknown(long productId, int view) {
        return draw(motifs.anything(), Palette.of(scramble(productId)), view, true);
    }

    private static String draw(Motif motif, Palette palette, int view, boolean toTheRight) {
        StringBuilder svg = new StringBuilder(2_048)
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 400\" width=\"800\""
                        + " height=\"800\">")
                .append(background(palette, view, toTheRight));
        switch (view) {
            case 1 -> svg.append(shadow(200, 328, 120)).append(placed(motif, palette, 63, 76, 1.37, 0));
            case 2 ->
                svg.append(shadow(200, 366, 150)).append(placed(motif, palette, 30, 28, 1.7, toTheRight ? -9 : 9));
            default ->
                svg.append(shadow(126, 286, 78))
                        .append(placed(motif, palette.exchanged(), 36, 100, 1, toTheRight ? -4 : 4))
                        .append(shadow(258, 336, 96))
                        .append(placed(motif, palette, 146, 118, 1.17, 0));
        }
        return svg.append("</svg>").toString();
    }

    private static String background(Palette palette, int view, boolean toTheRight) {
        int discX = toTheRight ? 270 : 130;
        String stage =
                switch (view) {
                    case 1 ->
                        "<circle cx=\"" + discX + "\" cy=\"170\" r=\"150\" fill=\"#ffffff\" opacity=\".5\"/>"
                                + "<path d=\"M0 318h400v82H0z\" fill=\"#ffffff\" opacity=\".45\"/>";
                    case 2 -> "<circle cx=\"200\" cy=\"200\" r=\"186\" fill=\"#ffffff\" opacity=\".5\"/>";
                    default ->
                        "<path d=\"M0 " + (toTheRight ? 300 : 250) + "L400 " + (toTheRight ? 250 : 300)
                                + "V400H0z\" fill=\"#ffffff\" opacity=\".5\"/>";
                };
        return "<defs><linearGradient id=\"bg\" x1=\"0\" y1=\"0\" x2=\"1\" y2=\"1\"><stop offset=\"0\" stop-color=\"#"
                + palette.light()
                + "\"/><stop offset=\"1\" stop-color=\"#"
                + palette.soft()
                + "\"/></linearGradient><radialGradient id=\"sh\"><stop offset=\"0\" stop-color=\"#1d2733\""
                + " stop-opacity=\".28\"/><stop offset=\"1\" stop-color=\"#1d2733\""
                + " stop-opacity=\"0\"/></radialGradient></defs><path d=\"M0 0h400v400H0z\" fill=\"url(#bg)\"/>"
                + stage;
    }

    private static String shadow(int x, int y, int width) {
        return "<ellipse cx=\"" + x + "\" cy=\"" + y + "\" rx=\"" + width + "\" ry=\"" + width / 9
                + "\" fill=\"url(#sh)\"/>";
    }

    private static String placed(Motif motif, Palette palette, int x, int y, double scale, int turn) {
        return "<g transform=\"translate(" + x + " " + y + ") scale(" + scale + ") rotate(" + turn + " 100 100)\">"
                + motif.in(palette)
                + "</g>";
    }

    /** Spreads neighbouring ids over all palettes and motifs (the finalizer of SplitMix64, Steele et al. 2014). */
    private static long scramble(long id) {
        long z = id + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
