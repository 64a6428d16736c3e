package org.gomall.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables of docs/scaling.md as a calculation: rows with a name and a value are parameters, rows with a name, where it comes
 * from and a value are results. Run {@link #main} after a parameter has changed: it writes the new results.
 */
final class ScalingArithmetic {

    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| ([^|]+) \\| ([^|]*) \\|(.*)");
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");
    private static final Pattern TOKEN = Pattern.compile("\\w[\\w.]*|[-+·/(),]");
    private static final double WHOLE_FROM = 100;

    private final Map<String, Double> values = new LinkedHashMap<>();

    /** Puts what is right today into the file. */
    public static void main(String[] args) throws IOException {
        Path file = Project.root().resolve("docs/scaling.md");
        Files.writeString(file, new ScalingArithmetic().recomputed(Files.readString(file)));
    }

    /** The same text with every result as it follows from the parameters. */
    String recomputed(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                lines.add(line);
            } else if (NUMBER.matcher(row.group(2)).matches()) {
                values.put(row.group(1), Double.parseDouble(row.group(2)));
                lines.add(line);
            } else {
                double value = new Formula(row.group(2)).value();
                values.put(row.group(1), value);
                lines.add("| `%s` | %s | %s |%s".formatted(row.group(1), row.group(2), shown(value), row.group(4)));
            }
        }
        return String.join("\n", lines);
    }

    /** What was read and calculated, by name. */
    Map<String, Double> values() {
        return values;
    }

    static String shown(double value) {
        if (value >= WHOLE_FROM || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }

    /** Numbers, names, + - · / with brackets, ceil and max. */
    private final class Formula {

        private final List<String> tokens = new ArrayList<>();
        private int next;

        Formula(String text) {
            Matcher matcher = TOKEN.matcher(text);
            while (matcher.find()) {
                tokens.add(matcher.group());
            }
        }

        double value() {
            double value = sum();
            if (next != tokens.size()) {
                throw new IllegalArgumentException("cannot read " + tokens + " from " + next);
            }
            return value;
        }

        private double sum() {
            double value = product();
            while (is("+") || is("-")) {
                value = tokens.get(next++).equals("+") ? value + product() : value - product();
            }
            return value;
        }

        private double product() {
            double value = single();
            while (is("·") || is("/")) {
                value = tokens.get(next++).equals("·") ? value * single() : value / single();
            }
            return value;
        }

        private double single() {
            String token = tokens.get(next++);
            if (token.equals("(")) {
                double value = sum();
                expect(")");
                return value;
            }
            if (token.equals("ceil") || token.equals("max")) {
                expect("(");
                double value = sum();
                if (token.equals("max")) {
                    expect(",");
                    value = Math.max(value, sum());
                }
                expect(")");
                return token.equals("ceil") ? Math.ceil(value) : value;
            }
            if (NUMBER.matcher(token).matches()) {
                return Double.parseDouble(token);
            }
            Double known = values.get(token);
            if (known == null) {
                throw new IllegalArgumentException(token + " is not known above");
            }
            return known;
        }

        private boolean is(String token) {
            return next < tokens.size() && tokens.get(next).equals(token);
        }

        private void expect(String token) {
            if (!is(token)) {
                throw new IllegalArgumentException("expected " + token + " at " + next + " of " + tokens);
            }
            next++;
        }
    }
}
