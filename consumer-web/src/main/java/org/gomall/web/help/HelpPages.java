package org.gomall.web.help;

import org.gomall.platform.config.LiveSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How buying, paying and selling work here. Asks no provider, so that it can be read while something is away. */
@Controller
class HelpPages {

    /** E-mail address or https address of whoever runs this mall; empty where there is none to show. */
    private static final String CONTACT = "gomall.web.contact";

    private final LiveSettings settings;

    HelpPages(LiveSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/help")
    String help(Model model) {
        String contact = settings.text(CONTACT, "");
        model.addAttribute("contact", contact);
        model.addAttribute("contactLink", link(contact));
        return "help";
    }

    private static String link(String contact) {
        if (contact.startsWith("https://")) {
            return contact;
        }
        return contact.matches("[^\\s@:?&]+@[^\\s@:?&]+") ? "mailto:" + contact : null;
    }
}
