package org.gomall.product.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts texts into the terms that they can be found by, and keywords into the terms to look for.
 *
 * <p>Words of letters and digits are terms, without case, accents and plural endings. Chinese has no spaces, so there
 * each pair of neighbouring characters is a term, and the last character of a run one by itself: that way every
 * character begins exactly one term, and a single one can be looked for as a prefix.
 */
final class Terms {

    /** Raise it with every change of what {@link #of} returns: products are then indexed again at the next start. */
    static final int VERSION = 1;

    /** Terms of a keyword beyond these do not narrow a search any more. */
    static final int MAX_IN_QUERY = 12;

    private static final int MAX_LENGTH = 40;
    private static final int MIN_PREFIX = 2;
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern RUNS = Pattern.compile("([\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]+)"
            + "|([\\p{L}\\p{Nd}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]]+)");
    private static final Set<String> FILL_WORDS = Set.of(
            "a", "an", "and", "at", "by", "for", "from", "in", "is", "it", "of", "on", "or", "that", "the", "to",
            "with");

    private Terms() {}

    /** The distinct terms of a text. */
    static Set<String> of(String text) {
        Set<String> terms = new LinkedHashSet<>();
        RUNS.matcher(normalised(text)).results().forEach(run -> {
            if (run.group(1) == null) {
                word(run.group(2)).ifPresent(terms::add);
            } else {
                pairs(run.group(1), true).forEach(terms::add);
            }
        });
        return terms;
    }

    /** What a keyword asks for, all of which a hit must contain; empty when it holds nothing to look for. */
    static List<Term> query(String keyword) {
        Set<Term> terms = new LinkedHashSet<>();
        RUNS.matcher(normalised(keyword)).results().forEach(run -> {
            String characters = run.group(1);
            if (characters == null) {
                word(run.group(2))
                        .map(word -> new Term(word, word.length() >= MIN_PREFIX))
                        .ifPresent(terms::add);
            } else if (characters.codePointCount(0, characters.length()) == 1) {
                terms.add(new Term(characters, true));
            } else {
                pairs(characters, false).forEach(pair -> terms.add(new Term(pair, false)));
            }
        });
        return terms.stream().limit(MAX_IN_QUERY).toList();
    }

    private static String normalised(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        return Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> word(String run) {
        if (FILL_WORDS.contains(run)) {
            return Optional.empty();
        }
        String word = singular(run);
        int length = word.codePointCount(0, word.length());
        return Optional.of(length <= MAX_LENGTH ? word : word.substring(0, word.offsetByCodePoints(0, MAX_LENGTH)));
    }

    private static List<String> pairs(String run, boolean withLast) {
        int[] characters = run.codePoints().toArray();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < characters.length - 1; i++) {
            pairs.add(new String(characters, i, 2));
        }
        if (withLast) {
            pairs.add(new String(characters, characters.length - 1, 1));
        }
        return pairs;
    }

    /**
     * The word without its English plural ending, in the spirit of Donna Harman's S-stemmer. It only has to turn
     * singular and plural into the same term, not into a correct word.
     */
    private static String singular(String word) {
        int length = word.length();
        if (length <= 3 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")) {
            return word;
        }
        if (word.endsWith("ies") && length > 4) {
            return word.substring(0, length - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes")) {
            return word.substring(0, length - 2);
        }
        return word.substring(0, length - 1);
    }
}
