package org.interurban.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps what somebody is typing, and offers it on return; a page without scripts neither keeps nor misses anything. */
@Controller
@Requires("OWN_ACCOUNT")
class DraftPages {

    private final Drafts drafts;

    DraftPages(Drafts drafts) {
        this.drafts = drafts;
    }

    /** Too much to keep is not kept; the form itself says what is too long. */
    @PostMapping("/drafts")
    ResponseEntity<Void> keep(
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String fields,
            HttpServletRequest request) {
        var number = SentForms.number(request);
        if (number.isEmpty() || !Drafts.Draft.fits(form, page, title, fields)) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        }
        drafts.keep(account(), number.get(), form, page, title, fields);
        return ResponseEntity.noContent().build();
    }

    /** Part of a page: what there is for its forms. */
    @GetMapping("/drafts")
    String of(@RequestParam(defaultValue = "") List<String> form, Model model) {
        model.addAttribute("drafts", drafts.of(account(), form));
        return "components/drafts :: offers";
    }

    @PostMapping("/drafts/discard")
    String discard(@RequestParam(defaultValue = "") String form, RedirectAttributes next) {
        drafts.drop(account(), form);
        next.addFlashAttribute("notice", "components.draft.discarded");
        return "redirect:/work";
    }

    private static AccountId account() {
        return Objects.requireNonNull(Rights.account(), "Whoever has an account of their own is signed in");
    }
}
