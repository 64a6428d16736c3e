package org.gomall.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.gomall.web.session.WebCookies;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The two languages of the pages: what the visitor chose (kept in a cookie), else what the browser asks for. */
@Component(Languages.BEAN_NAME)
public class Languages implements LocaleResolver {

    /** The name under which Spring MVC looks for it. */
    static final String BEAN_NAME = "localeResolver";

    static final String COOKIE = "gomall-lang";

    private static final Duration KEPT = Duration.ofDays(365);

    /** English first: it is what everybody gets whose language we do not speak. */
    static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String chosen = WebCookies.read(request, COOKIE);
        if (chosen != null) {
            return supported(Locale.forLanguageTag(chosen), Locale.ENGLISH);
        }
        Enumeration<Locale> wanted = request.getLocales();
        while (wanted.hasMoreElements()) {
            Locale match = supported(wanted.nextElement(), null);
            if (match != null) {
                return match;
            }
        }
        return Locale.ENGLISH;
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        WebCookies.write(
                request, response, COOKIE, supported(locale, Locale.ENGLISH).toLanguageTag(), KEPT);
    }

    private static Locale supported(Locale wanted, Locale otherwise) {
        for (Locale locale : SUPPORTED) {
            if (locale.getLanguage().equals(wanted.getLanguage())) {
                return locale;
            }
        }
        return otherwise;
    }
}
