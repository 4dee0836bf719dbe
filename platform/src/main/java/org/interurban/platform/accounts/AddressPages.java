package org.interurban.platform.accounts;

import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The address with which somebody signs in, as administrators change it. */
@Controller
@Requires(value = "ACCOUNTS", network = true)
class AddressPages {

    private static final String MOVED = "accounts.moved";

    private final Accounts accounts;
    private final MoveAddress moveAddress;

    AddressPages(Accounts accounts, MoveAddress moveAddress) {
        this.accounts = accounts;
        this.moveAddress = moveAddress;
    }

    @PostMapping("/accounts/{id}/address")
    ModelAndView move(
            @PathVariable AccountId id, @RequestParam(defaultValue = "") String email, RedirectAttributes next) {
        var account = accounts.account(id).orElseThrow(() -> new NotFound("There is no account " + id));
        var words = MailAddress.of(email)
                .map(to -> said(moveAddress.move(account, to)))
                .orElse("accounts.mail.wrong");
        if (!words.equals(MOVED)) {
            return Refusal.saying(words, "/accounts/" + id, next);
        }
        next.addFlashAttribute("notice", words);
        return new ModelAndView("redirect:/accounts/" + id);
    }

    private static String said(CityAccounts.Move move) {
        return switch (move) {
            case DONE -> MOVED;
            case TAKEN -> "accounts.mail.taken";
            case NO_ACCOUNT, RESERVED -> "accounts.not-moved";
        };
    }
}
