package org.gomall.e2e.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gomall.e2e.Mall;

/**
 * Looks at pages: in English on a desktop and in Chinese on a phone, now the one and now the other in the dark; of each a
 * picture is kept, and each is shown to axe. Then on the narrowest phone and enlarged. Looking changes nothing, so that the two
 * look at the same time.
 */
final class Survey {

    private static final int NARROWEST = 320;

    /** One thread, since a browser belongs to the thread that started it. */
    private static final ExecutorService AT_THE_PHONE = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "phone");
        thread.setDaemon(true);
        return thread;
    });

    private final Visit visit;
    private final int width;
    private final List<String> problems = new ArrayList<>();

    private Survey(Visit visit) {
        this.visit = visit;
        this.width = visit.look().width();
    }

    /** Everything that is wrong with these pages, in words. */
    static List<String> problems(Who who, List<Place> places) {
        Future<List<String>> onThePhone =
                AT_THE_PHONE.submit(() -> problems(who, Look.chinese(Look.PHONE).inTheDark(true), places));
        List<String> all = new ArrayList<>(problems(who, Look.english(Look.DESKTOP), places));
        try {
            all.addAll(onThePhone.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("on the phone", e.getCause());
        }
        return all;
    }

    private static List<String> problems(Who who, Look first, List<Place> places) {
        try (Visit visit = new Visit(first)) {
            if (who.account != null) {
                visit.login(who.account, Mall.DEMO_PASSWORD);
            }
            Survey survey = new Survey(visit);
            boolean dark = first.dark();
            for (Place place : places) {
                survey.look(place, dark);
                dark = !dark;
            }
            return survey.problems;
        }
    }

    private void look(Place place, boolean dark) {
        visit.look(visit.look().wide(width).inTheDark(dark));
        open(place);
        note(place, "", Layout.problems(visit.page));
        visit.picture(place.name());
        note(place, "axe", Axe.problems(visit.page));
        if (width == Look.DESKTOP) {
            note(place, "enlarged", Layout.problemsEnlarged(visit));
        }
        visit.look(visit.look().wide(NARROWEST));
        note(place, "", Layout.problems(visit.page));
        note(place, "", visit.complaints());
    }

    private void open(Place place) {
        if (place.status() != 200) {
            visit.mayBeRefused(place.path());
        }
        int status = visit.open(place.path());
        if (place.link() != null) {
            status = visit.open(visit.page.locator(place.link()).first().getAttribute("href"));
        }
        if (status != place.status()) {
            note(place, "", List.of("status " + status));
        }
    }

    private void note(Place place, String how, List<String> found) {
        found.forEach(problem -> problems.add(place.name() + " " + visit.look() + " " + how + ": " + problem));
    }
}
