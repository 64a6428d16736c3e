package org.gomall.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.gomall.web.envelope.FailureResponses;
import org.gomall.web.envelope.SafeMethods;
import org.gomall.web.session.Callers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What may be under way at once in this process. What changes something has places of its own, so that slow orders do not keep
 * anybody from looking around.
 */
@Configuration(proxyBeanMethods = false)
class Rush {

    /** Before anything has been spent on a request. */
    static final int DOOR = -95;

    /**
     * After the answers that are ready. A guest who gets one has nobody wait and nobody looked up, so a place would bring
     * nothing, and it would cost: where as many ask as there are places and a few more, each answer wakes the one who waits
     * for its place, which takes longer than the answer.
     */
    static final int SHELF = -60;

    static final int A_PROCESSOR = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Turnstile reads;
    private final Turnstile writes;

    /**
     * The bounds of this process.
     *
     * @param reads requests at once that change nothing; 0 for four a processor
     * @param writes requests at once that may change something; 0 for four a processor
     */
    @Autowired
    Rush(@Value("${gomall.rush.reads:0}") int reads, @Value("${gomall.rush.writes:0}") int writes) {
        this(turnstile(reads), turnstile(writes));
    }

    Rush(Turnstile reads, Turnstile writes) {
        this.reads = reads;
        this.writes = writes;
    }

    /** For what may change something, and for users: their account may have to be asked for before anything is known. */
    @Bean
    RushFilter rushAtTheDoor(FailureResponses responses) {
        return new RushFilter(responses, request -> isReadOfGuest(request) ? null : turnstile(request), DOOR);
    }

    /** For guests who look at what has to be made. */
    @Bean
    RushFilter rushAtTheShelf(FailureResponses responses) {
        return new RushFilter(responses, request -> isReadOfGuest(request) ? reads : null, SHELF);
    }

    private Turnstile turnstile(HttpServletRequest request) {
        return SafeMethods.contain(request.getMethod()) ? reads : writes;
    }

    private static boolean isReadOfGuest(HttpServletRequest request) {
        return SafeMethods.contain(request.getMethod()) && !Callers.hasSession(request);
    }

    private static Turnstile turnstile(int wanted) {
        int inside = wanted > 0 ? wanted : A_PROCESSOR * Runtime.getRuntime().availableProcessors();
        return new Turnstile(inside, PATIENCE);
    }
}
