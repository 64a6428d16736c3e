package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What has to be true of every fault. */
final class Verdicts {

    /** Three seconds as promised, and half of one for two cores on which everything of a mall and its clients runs. */
    private static final Duration PATIENCE = Duration.ofMillis(3_500);

    private Verdicts() {}

    /** The first few failures of a kind while a fault lasted, for the message of a test that fails. */
    static String failures(Load load, Episode episode, Kind... kinds) {
        return load.samples(episode.began(), episode.ended(), kinds).stream()
                .filter(sample -> sample.outcome().isFailure())
                .limit(5)
                .map(Sample::toString)
                .collect(Collectors.joining("\n"));
    }

    /** Looking at products goes on.
     *
     * @param percent at least so much of it
     */
    static void browsingGoesOn(Load load, Episode episode, double percent) {
        assertThat(episode.browsing().availability())
                .as("browsing during %s: %s", episode.fault(), failures(load, episode, Kind.BROWSE))
                .isGreaterThanOrEqualTo(percent);
    }

    /** Nobody waits longer than three seconds while the fault lasts, and who fails is told 50300 or 50400, never 50000. */
    static void answeredInTime(Load load, Episode episode) {
        List<Sample> during = load.samples(episode.began(), episode.ended());
        assertThat(during.stream()
                        .filter(sample -> sample.took().compareTo(PATIENCE) > 0)
                        .limit(5))
                .as("answers that took longer than three seconds: %s", episode.during())
                .isEmpty();
        assertThat(during.stream()
                        .filter(sample -> sample.outcome() == Outcome.ERROR)
                        .limit(5))
                .as("failures which do not say what is the matter")
                .isEmpty();
    }
}
