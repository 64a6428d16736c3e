package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gomall.e2e.Mall;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The only instance of a provider is killed and stays away. Looking at products goes on, the rest is answered 50300 within three
 * seconds; when it is back, everything that was under way becomes final and nothing is leaked.
 */
@Tag("faults")
class OnlyProviderTest {

    private static final Mall MALL = Mall.shared();
    private static final Duration AWAY = Selection.time(10, 20);

    static Stream<String> providers() {
        return Selection.of(
                1, List.of("provider-product", "provider-user", "provider-stock", "provider-order", "provider-payment"))
                .stream();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void without_a_provider_browsing_goes_on_and_the_rest_is_told_so_in_time(String provider) {
        try (Trial trial = Trial.on(MALL)) {
            Episode episode = trial.during(ProcessFault.outage(MALL.system(), provider, AWAY));

            Verdicts.browsingGoesOn(trial.load(), episode, 99);
            Verdicts.answeredInTime(trial.load(), episode);
            for (Kind kind : notNeeding(provider)) {
                assertThat(trial.load()
                                .figures(episode.began().plusSeconds(1), episode.ended(), kind)
                                .availability())
                        .as("%s without %s", kind, provider)
                        .isGreaterThanOrEqualTo(95);
            }
            assertThat(episode.recovery().orElseThrow()).isLessThan(Duration.ofSeconds(60));
            trial.finish(episode);
        }
    }

    private static List<Kind> notNeeding(String provider) {
        return switch (provider) {
            case "provider-payment" -> List.of(Kind.CART, Kind.ORDER);
            default -> List.of();
        };
    }
}
