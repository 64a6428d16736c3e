package org.gomall.e2e.faults;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.gomall.e2e.Mall;

/** Tells every ten seconds how a load is doing. */
final class Progress {

    private static final Duration STEP = Duration.ofSeconds(10);

    private final Load load;
    private final Supplier<String> now;
    private volatile boolean running = true;

    /**
     * @param now what is going on, in a few words
     */
    Progress(Load load, Supplier<String> now) {
        this.load = load;
        this.now = now;
    }

    void start() {
        Thread thread = new Thread(this::tell, "progress");
        thread.setDaemon(true);
        thread.start();
    }

    void end() {
        running = false;
    }

    static String clock(Load load) {
        Duration time = load.now();
        return String.format(Locale.ROOT, "%3d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    private void tell() {
        while (running) {
            Mall.pause(STEP.toMillis());
            Duration end = load.now();
            Figures figures = load.figures(end.minus(STEP), end);
            System.out.printf(
                    Locale.ROOT,
                    "%s  %5.1f/s  %6.2f %% available  p95 %5d ms  %s%n",
                    clock(load),
                    figures.perSecond(),
                    figures.availability(),
                    figures.p95().toMillis(),
                    now.get());
        }
    }
}
