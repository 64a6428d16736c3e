package org.gomall.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.gomall.platform.config.LiveSettings;
import org.gomall.web.envelope.EachRequest;
import org.gomall.web.envelope.Failure;
import org.gomall.web.envelope.FailureResponses;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Closes the mall while the live setting {@code gomall.web.maintenance} is {@code true}: pages and the API answer 503
 * (50300) with the time to come back. {@link OpenPaths} stay open.
 */
@Component
@Order(Maintenance.ORDER)
class Maintenance implements EachRequest {

    /** After the security headers and before anything that asks a provider. */
    static final int ORDER = -90;

    private static final String SWITCH = "gomall.web.maintenance";
    private static final String UNTIL = "gomall.web.maintenance-until";

    /** When to look again if nobody has said how long it takes, or the time is over. */
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    private final LiveSettings settings;
    private final Clock clock;
    private final FailureResponses responses;

    Maintenance(LiveSettings settings, Clock clock, FailureResponses responses) {
        this.settings = settings;
        this.clock = clock;
        this.responses = responses;
    }

    @Override
    public void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!settings.flag(SWITCH, false) || OpenPaths.contain(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        Instant now = clock.instant();
        Optional<Instant> until = until().filter(end -> end.isAfter(now));
        long seconds = until.map(end -> Duration.between(now, end))
                .orElse(A_WHILE)
                .plusMillis(999)
                .toSeconds();
        responses.send(request, response, Failure.maintenance(until.orElse(null), seconds));
    }

    /** The estimated end; what cannot be read counts as not said. */
    private Optional<Instant> until() {
        String text = settings.text(UNTIL, "");
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
