package org.gomall.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.api.common.BusinessException;
import org.gomall.api.payment.TopUpCommand;
import org.gomall.api.payment.WalletService;
import org.gomall.web.page.Amounts;
import org.gomall.web.page.Flash;
import org.gomall.web.page.FormKeys;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.session.CurrentUser;
import org.gomall.web.session.NextPath;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The wallet: balance, what moved it, and the sandbox top-up. */
@Controller
class WalletPages {

    private static final String PATH = "/account/wallet";
    private static final int SIZE = 20;

    private final WalletService wallets;

    WalletPages(WalletService wallets) {
        this.wallets = wallets;
    }

    @GetMapping(PATH)
    String wallet(
            CurrentUser user,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) String next,
            Model model) {
        return page(user, page, "", FormKeys.next(), next, model);
    }

    @PostMapping(PATH)
    String topUp(
            CurrentUser user,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam String key,
            @RequestParam(required = false) String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            TopUpCommand command = new TopUpCommand(user.userId(), key, Amounts.cents(amount));
            command.check();
            wallets.topUp(command);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return page(user, 1, amount, FormKeys.after(e, key), next, model);
        }
        Flash.say(request, response, "toppedup");
        return Redirects.to(next == null || next.isBlank() ? PATH : NextPath.orHome(next));
    }

    private String page(CurrentUser user, int page, String amount, String key, String next, Model model) {
        model.addAttribute("wallet", wallets.wallet(user.userId()));
        model.addAttribute("entries", wallets.entries(user.userId(), page, SIZE));
        model.addAttribute("amount", amount);
        model.addAttribute("key", key);
        model.addAttribute("next", next == null ? null : NextPath.orHome(next));
        return "account/wallet";
    }
}
