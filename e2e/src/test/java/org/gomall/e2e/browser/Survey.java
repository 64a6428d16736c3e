package org.gomall.e2e.browser;

import java.util.ArrayList;
import java.util.List;
import org.gomall.e2e.Mall;

/**
 * Looks at pages: in English on a desktop and in Chinese on a phone, each in both themes, of which pictures are kept; then
 * on the narrowest phone and enlarged. Each page is shown to axe in both themes, now the one and now the other on the phone.
 */
final class Survey implements AutoCloseable {

    private static final int NARROWEST = 320;

    private final Visit desktop = new Visit(Look.english(Look.DESKTOP));
    private final Visit phone = new Visit(Look.chinese(Look.PHONE));
    private final List<String> problems = new ArrayList<>();
    private int places;

    Survey(Who who) {
        if (who.account != null) {
            desktop.login(who.account, Mall.DEMO_PASSWORD);
            phone.login(who.account, Mall.DEMO_PASSWORD);
        }
    }

    /** Everything that was wrong, in words. */
    List<String> problems() {
        return problems;
    }

    void look(Place place) {
        boolean axeInTheDark = ++places % 2 == 0;
        look(desktop, place, axeInTheDark);
        note(desktop, place, "enlarged", Layout.problemsEnlarged(desktop));
        narrow(desktop, place);
        look(phone, place, !axeInTheDark);
        narrow(phone, place);
    }

    private void look(Visit visit, Place place, boolean axeInTheDark) {
        int width = visit == desktop ? Look.DESKTOP : Look.PHONE;
        visit.look(visit.look().wide(width).inTheDark(false));
        open(visit, place);
        note(visit, place, "", Layout.problems(visit.page));
        for (boolean dark : List.of(false, true)) {
            visit.look(visit.look().inTheDark(dark));
            visit.picture(place.name());
            if (dark == axeInTheDark) {
                note(visit, place, "axe", Axe.problems(visit.page));
            }
        }
        note(visit, place, "", visit.complaints());
    }

    private void open(Visit visit, Place place) {
        if (place.status() != 200) {
            visit.mayBeRefused(place.path());
        }
        int status = visit.open(place.path());
        if (place.link() != null) {
            status = visit.open(visit.page.locator(place.link()).first().getAttribute("href"));
        }
        if (status != place.status()) {
            note(visit, place, "", List.of("status " + status));
        }
    }

    private void narrow(Visit visit, Place place) {
        visit.look(visit.look().wide(NARROWEST));
        note(visit, place, "", Layout.problems(visit.page));
    }

    private void note(Visit visit, Place place, String how, List<String> found) {
        found.forEach(problem -> problems.add(place.name() + " " + visit.look() + " " + how + ": " + problem));
    }

    @Override
    public void close() {
        desktop.close();
        phone.close();
    }
}
