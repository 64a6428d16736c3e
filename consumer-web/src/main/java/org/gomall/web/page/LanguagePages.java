package org.gomall.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.gomall.web.session.NextPath;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The language switch. It is a plain link: it changes nothing but how pages look to this browser. */
@Controller
class LanguagePages {

    private final Languages languages;

    LanguagePages(Languages languages) {
        this.languages = languages;
    }

    @GetMapping("/language/{tag}")
    String choose(
            @PathVariable String tag,
            @RequestParam(required = false) String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        languages.setLocale(request, response, Locale.forLanguageTag(tag));
        return Redirects.to(NextPath.orHome(next));
    }
}
