package org.gomall.web.ready;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.junit.jupiter.api.Test;

class ReadyAnswersTest {

    private static final int MOST = 200_000;

    private final AtomicReference<Object> now = new AtomicReference<>("mug");
    private final ReadyAnswers answers = new ReadyAnswers(true, MOST);

    @Test
    void gives_an_answer_again_as_long_as_it_would_be_made_of_the_same() {
        Kept mug = answer(now::get);
        answers.keep(asked(1), mug);
        now.set(new String("mug"));
        assertThat(answers.isCurrent(asked(1), answers.last(asked(1)))).isTrue();

        now.set("cup");

        assertThat(answers.isCurrent(asked(1), mug)).isFalse();
        assertThat(answers.last(asked(1))).as("dropped").isNull();
    }

    @Test
    void gives_nothing_again_while_it_cannot_be_said_what_it_would_be_made_of() {
        answers.keep(asked(1), answer(now::get));
        now.set(null);
        assertThat(answers.isCurrent(asked(1), answers.last(asked(1)))).isFalse();

        Supplier<Object> gone = () -> {
            if (now.get() == null) {
                throw new BusinessException(ErrorCode.NOT_FOUND);
            }
            return now.get();
        };
        now.set("mug");
        answers.keep(asked(1), answer(gone));
        now.set(null);
        assertThat(answers.isCurrent(asked(1), answers.last(asked(1)))).isFalse();
    }

    @Test
    void keeps_nothing_whose_contents_have_changed_meanwhile_and_nothing_while_templates_are_being_changed() {
        now.set("cup");
        answers.keep(asked(1), answer(now::get));
        assertThat(answers.last(asked(1))).isNull();

        now.set("mug");
        ReadyAnswers changing = new ReadyAnswers(false, MOST);
        changing.keep(asked(1), answer(now::get));
        assertThat(changing.last(asked(1))).isNull();
    }

    @Test
    void never_keeps_more_than_it_may() {
        for (int i = 0; i < 1_000; i++) {
            answers.keep(asked(i), answer(now::get));
        }

        assertThat(answers.bytes()).isBetween(MOST / 2L, (long) MOST);
    }

    private static Asked asked(int number) {
        return new Asked("/products/" + number, null, null, 0, null);
    }

    private static Kept answer(Supplier<?> now) {
        Pieces pieces = new Pieces(List.of(new byte[10_000]), List.of());
        return new Kept("text/html", "/products/{id}", Map.of(), pieces, null, "mug", now);
    }
}
