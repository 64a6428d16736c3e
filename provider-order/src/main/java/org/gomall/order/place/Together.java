package org.gomall.order.place;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.gomall.order.settings.OrderSettings;
import org.gomall.platform.instance.RequestTag;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Decides who may place orders with others, and brings them together. */
@Component
class Together {

    /** More than a group takes on a busy machine; much less than anybody's patience. */
    private static final Duration HELD_UP = Duration.ofMillis(200);

    private final Gathering gathering;
    private final LoneSkus lone;
    private final OrderSettings settings;
    private final Optional<String> ownTag;

    Together(SharedPlacing shared, LoneSkus lone, OrderSettings settings, Environment environment) {
        this.gathering = new Gathering(shared::place, HELD_UP);
        this.lone = lone;
        this.settings = settings;
        this.ownTag = Optional.ofNullable(environment.getProperty("gomall.tag")).filter(tag -> !tag.isBlank());
    }

    /** Answers a purchase, when its turn has come. */
    <T> T place(Wish wish, Function<Share, T> answer) {
        return mayShare(wish) ? gathering.visit(wish, answer) : answer.apply(Share.ALONE);
    }

    /**
     * Calls of a group carry one tag, so a request of a gray release that an instance without that tag serves goes alone. So does
     * everybody while orders fail on purpose: that is a share of the orders, not of the groups.
     */
    private boolean mayShare(Wish wish) {
        return RequestTag.current().equals(ownTag)
                && settings.failAfterReservePercent() == 0
                && (wish.command().cart() || !lone.anyOf(wish.command().items()));
    }
}
