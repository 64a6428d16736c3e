package org.gomall.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.api.common.BusinessException;
import org.gomall.api.user.AddressCommand;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AddressView;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.session.CurrentUser;
import org.gomall.web.session.NextPath;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The address book of the user. {@code next} leads back to the checkout that an address was missing in. */
@Controller
class AddressPages {

    private static final String LIST = "/account/addresses";

    private final AddressService addresses;

    AddressPages(AddressService addresses) {
        this.addresses = addresses;
    }

    /** An address as it is typed; a box that is not ticked is not sent at all. */
    record AddressForm(
            String receiver,
            String phone,
            String province,
            String city,
            String district,
            String street,
            String zip,
            Boolean isDefault) {

        static AddressForm of(AddressView view) {
            return new AddressForm(
                    view.receiver(),
                    view.phone(),
                    view.province(),
                    view.city(),
                    view.district(),
                    view.street(),
                    view.zip(),
                    view.isDefault());
        }

        AddressCommand command() {
            AddressCommand command = new AddressCommand(
                    strip(receiver),
                    strip(phone),
                    strip(province),
                    strip(city),
                    strip(district),
                    strip(street),
                    strip(zip),
                    Boolean.TRUE.equals(isDefault));
            command.check();
            return command;
        }

        private static String strip(String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    @GetMapping(LIST)
    String list(CurrentUser user, Model model) {
        model.addAttribute("addresses", addresses.list(user.userId()));
        return "account/addresses";
    }

    @GetMapping(LIST + "/new")
    String blank(CurrentUser user, @RequestParam(required = false) String next, Model model) {
        return form(null, new AddressForm(null, null, null, null, null, null, null, false), next, model);
    }

    @PostMapping(LIST)
    String add(
            CurrentUser user,
            @ModelAttribute("form") AddressForm form,
            @RequestParam(required = false) String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            addresses.add(user.userId(), form.command());
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return form(null, form, next, model);
        }
        return done(next, "address.added", request, response);
    }

    @GetMapping(LIST + "/{addressId}")
    String edit(
            CurrentUser user, @PathVariable long addressId, @RequestParam(required = false) String next, Model model) {
        return form(addressId, AddressForm.of(addresses.get(user.userId(), addressId)), next, model);
    }

    @PostMapping(LIST + "/{addressId}")
    String save(
            CurrentUser user,
            @PathVariable long addressId,
            @ModelAttribute("form") AddressForm form,
            @RequestParam(required = false) String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            addresses.update(user.userId(), addressId, form.command());
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return form(addressId, form, next, model);
        }
        return done(next, "address.saved", request, response);
    }

    @GetMapping(LIST + "/{addressId}/delete")
    String askBeforeDeleting(CurrentUser user, @PathVariable long addressId, Model model) {
        model.addAttribute("address", addresses.get(user.userId(), addressId));
        return "account/address-delete";
    }

    @PostMapping(LIST + "/{addressId}/delete")
    String delete(
            CurrentUser user, @PathVariable long addressId, HttpServletRequest request, HttpServletResponse response) {
        addresses.remove(user.userId(), addressId);
        return done(null, "address.deleted", request, response);
    }

    private static String form(Long addressId, AddressForm form, String next, Model model) {
        model.addAttribute("addressId", addressId);
        model.addAttribute("form", form);
        model.addAttribute("next", next == null ? null : NextPath.orHome(next));
        return "account/address-form";
    }

    private static String done(String next, String said, HttpServletRequest request, HttpServletResponse response) {
        Flash.say(request, response, said);
        return Redirects.to(next == null || next.isBlank() ? LIST : NextPath.orHome(next));
    }
}
