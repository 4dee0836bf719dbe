package org.interurban.platform.invitations;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.invitations.ProgrammeContacts.Line;
import org.interurban.platform.people.PostId;
import org.interurban.platform.programmes.Groups;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.programmes.ProgrammePermission;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.Shortened;
import org.interurban.platform.sheets.SheetPermission;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.Limits;
import org.interurban.platform.web.ListForm;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The contacts of a programme, and their invitation: first what would be written, then the press. */
@Controller
class InvitationPages {

    private static final int WORDS_LENGTH = Limits.WORDS;

    private final Programmes programmes;
    private final ProgrammeContacts contacts;
    private final InviteContacts invitation;
    private final Rights rights;

    InvitationPages(Programmes programmes, ProgrammeContacts contacts, InviteContacts invitation, Rights rights) {
        this.programmes = programmes;
        this.contacts = contacts;
        this.invitation = invitation;
        this.rights = rights;
    }

    @Requires("CONTACTS_INVITE")
    @GetMapping("/programmes/{code}/contacts")
    String list(@PathVariable String code, ListQuery query, Model model) {
        var programme = invitable(code);
        model.addAttribute("programme", programme);
        model.addAttribute("query", query);
        model.addAttribute("slice", contacts.list(programme, query));
        model.addAttribute("bringsIn", rights.current().mayAnywhere(SheetPermission.SHEETS_IMPORT));
        return "invitations/contacts";
    }

    @Bean
    Listing<Line> contactListing(Labels labels, Groups groups) {
        return Listing.below(
                        ProgrammeContacts.SHEET,
                        ProgrammeContacts.LIST.terms(),
                        (code, query) -> contacts.list(invitable(code), query))
                .at("/programmes/{code}/contacts")
                .forThose(InvitationPermission.CONTACTS_INVITE)
                .asking(ListForm.searching("invitations.search")
                        .choice("group", "invitations.group")
                        .choice("state", "invitations.state")
                        .among((code, locale) -> Map.of(
                                "group",
                                groups.names(invitable(code).id(), locale),
                                "state",
                                labels.of("invitations.state", ProgrammeContacts.STATES, locale))));
    }

    /** @param posts those to write to; the key contacts to whom nobody has written where none is named */
    @Requires("CONTACTS_INVITE")
    @GetMapping("/programmes/{code}/contacts/invite")
    String preview(
            @PathVariable String code,
            @RequestParam(name = "post", required = false) @Nullable List<PostId> posts,
            Model model,
            Locale locale) {
        var programme = invitable(code);
        model.addAttribute("programme", programme);
        model.addAttribute(
                "preview", invitation.preview(programme, posts == null ? List.of() : posts, posts != null, locale));
        model.addAttribute("again", posts != null);
        model.addAttribute("languages", invitation.languages());
        model.addAttribute("language", locale.getLanguage());
        return "invitations/invite";
    }

    @Requires("CONTACTS_INVITE")
    @Once
    @PostMapping("/programmes/{code}/contacts/invite")
    ModelAndView invite(
            @PathVariable String code,
            @RequestParam(name = "post", required = false) @Nullable List<PostId> posts,
            @RequestParam(defaultValue = "false") boolean again,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String language,
            RedirectAttributes next,
            Locale locale) {
        var programme = invitable(code);
        var otherwise = invitation.languages().containsKey(language) ? Locale.forLanguageTag(language) : locale;
        var written = posts == null || posts.isEmpty()
                ? 0
                : invitation.invite(programme, posts, again, Shortened.to(WORDS_LENGTH, words.strip()), otherwise);
        if (written == 0) {
            next.addFlashAttribute("notice", "invitations.nobody");
            next.addFlashAttribute("noticeKind", "warn");
            return new Refusal("/programmes/" + code + "/contacts/invite");
        }
        next.addFlashAttribute("notice", "invitations.done");
        return new ModelAndView("redirect:/programmes/" + code + "/contacts");
    }

    private Programme invitable(String code) {
        var programme = programmes.seen(code).orElseThrow(() -> new NotFound("There is no programme " + code));
        rights.require(ProgrammePermission.PROGRAMME_READ, programme.id().scope());
        rights.require(InvitationPermission.CONTACTS_INVITE, programme.id().scope());
        return programme;
    }
}
