package org.interurban.platform.people;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.interurban.platform.accounts.CityAccounts;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Forms for the contacts of a city or another body. */
@Controller
@Requires("CONTACTS_EDIT")
class ContactPages {

    private final ContactBook contacts;
    private final KeepContact keep;
    private final Rights rights;
    private final Labels labels;
    private final Languages languages;

    ContactPages(ContactBook contacts, KeepContact keep, Rights rights, Labels labels, Languages languages) {
        this.contacts = contacts;
        this.keep = keep;
        this.rights = rights;
        this.labels = labels;
        this.languages = languages;
    }

    @GetMapping("/contacts/new")
    String add(@RequestParam String organisation, Model model, Locale locale) {
        var body = body(organisation, locale);
        model.addAttribute("form", ContactForm.EMPTY);
        return form(body, null, model, locale);
    }

    @Once
    @PostMapping("/contacts/new")
    ModelAndView add(
            @RequestParam String organisation,
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var body = body(organisation, locale);
        form.check(errors);
        if (errors.hasErrors()) {
            return Typed.again(form(body, null, model, locale), model);
        }
        return answer(
                keep.add(body.id(), body.code(), form, locale),
                "people.contact.added",
                body,
                null,
                form,
                errors,
                model,
                next,
                locale);
    }

    @GetMapping("/contacts/{id}/edit")
    String edit(@PathVariable PostId id, Model model, Locale locale) {
        var contact = contact(id);
        model.addAttribute("form", ContactForm.of(contact));
        return form(body(contact, locale), contact, model, locale);
    }

    @Once
    @PostMapping("/contacts/{id}/edit")
    ModelAndView edit(
            @PathVariable PostId id,
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var contact = contact(id);
        var body = body(contact, locale);
        form.check(errors);
        if (errors.hasErrors()) {
            return Typed.again(form(body, contact, model, locale), model);
        }
        return answer(
                keep.change(contact, body.code(), form, locale),
                "people.contact.changed",
                body,
                contact,
                form,
                errors,
                model,
                next,
                locale);
    }

    private ModelAndView answer(
            KeepContact.Outcome outcome,
            String notice,
            Directory.Entry body,
            @Nullable Contact before,
            ContactForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        return switch (outcome) {
            case KeepContact.Outcome.Kept() -> kept(notice, body, next);
            case KeepContact.Outcome.Overtaken() -> {
                var now = contact(Objects.requireNonNull(before).post());
                yield new Overtaken<>(form, ContactForm.of(now)).again(form(body, now, model, locale), model);
            }
            case KeepContact.Outcome.WhoseAddress(var known) -> {
                if (known == null) {
                    errors.rejectValue("email", "people.error.whose-hidden");
                } else {
                    errors.rejectValue(
                            "email",
                            before == null ? "people.error.whose" : "people.error.whose-else",
                            new Object[] {known.name(), known.title(), known.organisation()},
                            null);
                }
                model.addAttribute("asksWhose", true);
                model.addAttribute("maybeSame", before == null && known != null);
                yield Typed.again(form(body, before, model, locale), model);
            }
            case KeepContact.Outcome.NotMoved(var why) -> {
                errors.rejectValue(
                        "email", why == CityAccounts.Move.TAKEN ? "people.error.taken" : "people.error.reserved");
                yield Typed.again(form(body, before, model, locale), model);
            }
        };
    }

    @GetMapping("/contacts/{id}/remove")
    String remove(@PathVariable PostId id, Model model, Locale locale) {
        var contact = contact(id);
        var body = body(contact, locale);
        model.addAttribute("contact", contact);
        model.addAttribute("body", body);
        model.addAttribute("speaks", keep.speaksForCity(contact));
        model.addAttribute(
                "others",
                contacts.with(contact.person()).stream()
                        .filter(other -> !other.post().equals(contact.post()) && keep.keeps(other))
                        .map(Contact::title)
                        .collect(Collectors.toList()));
        return "people/remove";
    }

    @Once
    @PostMapping("/contacts/{id}/remove")
    ModelAndView remove(
            @PathVariable PostId id,
            @RequestParam(defaultValue = "false") boolean role,
            RedirectAttributes next,
            Locale locale) {
        var contact = contact(id);
        var body = body(contact, locale);
        keep.remove(contact, body.code(), role);
        return kept("people.contact.removed", body, next);
    }

    private static ModelAndView kept(String notice, Directory.Entry body, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:" + body.link());
    }

    private String form(Directory.Entry body, @Nullable Contact contact, Model model, Locale locale) {
        model.addAttribute("body", body);
        model.addAttribute("contact", contact);
        model.addAttribute("duties", labels.of("people.duty", ContactWords.DUTIES_IN_ORDER, locale));
        model.addAttribute(
                "languages",
                languages.written(locale).stream()
                        .collect(Collectors.toMap(
                                Languages.Language::tag,
                                Languages.Language::name,
                                (one, other) -> one,
                                LinkedHashMap::new)));
        model.addAttribute("speaks", contact != null && keep.speaksForCity(contact));
        model.addAttribute("describes", contact == null || keep.describes(contact));
        return "people/contact";
    }

    private Contact contact(PostId id) {
        var contact = contacts.find(id).orElseThrow(() -> new NotFound("There is no contact " + id.value()));
        rights.require(ContactPermission.CONTACTS_EDIT, Scope.city(contact.organisation()));
        return contact;
    }

    private Directory.Entry body(Contact contact, Locale locale) {
        return contacts.body(contact.organisationCode(), locale)
                .orElseThrow(() -> new NotFound(contact.organisationCode()));
    }

    private Directory.Entry body(String code, Locale locale) {
        var body = contacts.body(code, locale).orElseThrow(() -> new NotFound(code));
        rights.require(ContactPermission.CONTACTS_EDIT, Scope.city(body.id()));
        return body;
    }
}
