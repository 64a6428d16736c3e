package org.gomall.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gomall.e2e.Mall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page fits every window, says nothing wrong to axe, in either language and theme, and asks nobody else. */
class EveryPageTest {

    private static List<Place> places;

    @BeforeAll
    static void scenery() {
        Chromium.shared();
        places = Places.of(Scenery.shared());
    }

    @AfterAll
    static void invariants_hold() {
        Mall.shared().assertInvariants();
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    void is_sound(Who who) {
        List<Place> theirs = places.stream().filter(place -> place.who() == who).toList();

        assertThat(Survey.problems(who, theirs)).isEmpty();
    }

    @Test
    void is_in_the_table() {
        assertThat(PageMappings.of(Mall.shared()).withoutPlace(places)).isEmpty();
    }
}
