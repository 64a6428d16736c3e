package org.gomall.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.api.common.BusinessException;
import org.gomall.api.payment.AddCardCommand;
import org.gomall.api.payment.CardService;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.session.CurrentUser;
import org.gomall.web.session.NextPath;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cards of the user. {@code next} leads back to the payment that a card was missing for. */
@Controller
class CardPages {

    private static final String LIST = "/account/cards";

    private final CardService cards;
    private final boolean demo;

    CardPages(CardService cards, Environment environment) {
        this.cards = cards;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** A card as it is typed. */
    record CardForm(String number, String expiryMonth, String expiryYear, String cvv, String holder) {

        AddCardCommand command(long userId) {
            AddCardCommand command = new AddCardCommand(
                    userId, strip(number), number(expiryMonth), number(expiryYear), strip(cvv), strip(holder));
            command.check();
            return command;
        }

        @Override
        public String toString() {
            return "CardForm[]";
        }

        private static String strip(String text) {
            return text == null ? null : text.strip();
        }

        private static Integer number(String text) {
            return text != null && text.strip().matches("\\d{1,4}") ? Integer.valueOf(text.strip()) : null;
        }
    }

    @GetMapping(LIST)
    String list(CurrentUser user, Model model) {
        model.addAttribute("cards", cards.list(user.userId()));
        return "account/cards";
    }

    @GetMapping(LIST + "/new")
    String blank(CurrentUser user, @RequestParam(required = false) String next, Model model) {
        return form(new CardForm(null, null, null, null, null), next, model);
    }

    @PostMapping(LIST)
    String add(
            CurrentUser user,
            @ModelAttribute("form") CardForm form,
            @RequestParam(required = false) String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            cards.add(form.command(user.userId()));
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return form(form, next, model);
        }
        Flash.say(request, response, "card.added");
        return Redirects.to(next == null || next.isBlank() ? LIST : NextPath.orHome(next));
    }

    @GetMapping(LIST + "/{cardId}/delete")
    String askBeforeDeleting(CurrentUser user, @PathVariable long cardId, Model model) {
        model.addAttribute("card", cards.get(user.userId(), cardId));
        return "account/card-delete";
    }

    @PostMapping(LIST + "/{cardId}/delete")
    String delete(
            CurrentUser user, @PathVariable long cardId, HttpServletRequest request, HttpServletResponse response) {
        cards.remove(user.userId(), cardId);
        Flash.say(request, response, "card.deleted");
        return Redirects.to(LIST);
    }

    /** Number and CVV are never written into a page; who made a mistake types them again. */
    private String form(CardForm typed, String next, Model model) {
        model.addAttribute("form", new CardForm(null, typed.expiryMonth(), typed.expiryYear(), null, typed.holder()));
        model.addAttribute("next", next == null ? null : NextPath.orHome(next));
        model.addAttribute("demo", demo);
        return "account/card-form";
    }
}
