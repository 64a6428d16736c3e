package org.gomall.web.ops.services;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A small chart without axes, drawn by the server.
 *
 * @param points of an SVG polyline in a box of 120 by 32
 * @param highest the value that touches the upper edge
 */
record Sparkline(String points, double highest) {

    private static final double WIDTH = 120;
    private static final double HEIGHT = 32;
    private static final double EDGE = 2;

    /**
     * @param least the upper edge stands for at least this, so that noise stays flat
     */
    static Sparkline of(List<Double> values, double least) {
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double scale = Math.max(highest, least);
        double step = values.size() < 2 ? WIDTH : WIDTH / (values.size() - 1);
        StringJoiner points = new StringJoiner(" ");
        for (int i = 0; i < values.size(); i++) {
            double y = HEIGHT - EDGE - values.get(i) / scale * (HEIGHT - 2 * EDGE);
            points.add(String.format(Locale.ROOT, "%.1f,%.1f", i * step, y));
        }
        return new Sparkline(points.toString(), highest);
    }
}
