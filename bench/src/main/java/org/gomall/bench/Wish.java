package org.gomall.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gomall.bench.contest.Contests;

/**
 * What somebody wants to see measured.
 *
 * @param names empty for everything
 * @param quick a try of a minute instead of figures that count
 */
record Wish(Set<String> names, boolean quick) {

    /**
     * Reads the words behind {@code ./gomall bench}.
     *
     * @param known every name there is
     * @throws IllegalArgumentException with a sentence for whoever typed them
     */
    static Wish of(List<String> words, List<String> known) {
        Set<String> names = new LinkedHashSet<>();
        boolean quick = false;
        for (String word : words) {
            if (word.equals("--quick")) {
                quick = true;
            } else if (known.contains(word)) {
                names.add(word);
            } else {
                throw new IllegalArgumentException("There is no benchmark " + word + ". There are: "
                        + String.join(", ", known) + ", jmh; --quick tries them without measuring.");
            }
        }
        return new Wish(names, quick);
    }

    /** A try of everything leaves out the start, which has no quick form; what fills the mall has to be asked for. */
    boolean includes(String name) {
        boolean ofEverything = !name.equals(Contests.GROWTH) && !(quick && name.equals(Bench.UP));
        return names.contains(name) || (names.isEmpty() && ofEverything);
    }
}
