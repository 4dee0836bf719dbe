package org.interurban.platform.press;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.press.KeepQuotation.Outcome;
import org.interurban.platform.press.Quotation.Consent;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.interurban.platform.web.PageOf;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people said on the screen: for everyone what may be printed, the rest for those who keep it. */
@Controller
class QuotationPages {

    private final Quotations quotations;
    private final KeepQuotation keep;
    private final Sources sources;
    private final Rights rights;
    private final Labels labels;
    private final Clock clock;

    QuotationPages(
            Quotations quotations, KeepQuotation keep, Sources sources, Rights rights, Labels labels, Clock clock) {
        this.quotations = quotations;
        this.keep = keep;
        this.sources = sources;
        this.rights = rights;
        this.labels = labels;
        this.clock = clock;
    }

    @Open
    @PageOf("quotation")
    @GetMapping("/quotations/{code}")
    String show(@PathVariable String code, Model model, Locale locale) {
        var quotation = seen(code);
        model.addAttribute("line", tell(code, locale));
        model.addAttribute("given", quotation.given());
        model.addAttribute("sources", sources.of("quotation", code));
        model.addAttribute("mayEdit", rights.may(QuotationPermission.QUOTATION_EDIT, quotation.scopes()));
        return "press/show";
    }

    @Open
    @InMenu(atWork = true, place = 78, words = "press.menu", section = "quotations", holding = "QUOTATION_EDIT")
    @GetMapping("/quotations")
    String list(ListQuery query, Model model) {
        model.addAttribute("query", query);
        model.addAttribute("slice", quotations.list(query));
        model.addAttribute("mayAdd", rights.current().mayAnywhere(QuotationPermission.QUOTATION_EDIT));
        return "press/list";
    }

    /** The same for programs. */
    @Open
    @ResponseBody
    @GetMapping("/api/v1/quotations/{code}")
    Quotations.Line tell(@PathVariable String code, Locale locale) {
        return quotations.line(code, locale).orElseThrow(() -> missing(code));
    }

    @Requires("QUOTATION_EDIT")
    @GetMapping("/quotations/new")
    String add(Model model, Locale locale) {
        model.addAttribute("form", QuotationForm.EMPTY);
        return form(null, model, locale);
    }

    @Requires("QUOTATION_EDIT")
    @Once
    @PostMapping("/quotations/new")
    ModelAndView add(
            @Valid @ModelAttribute("form") QuotationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var code = errors.hasErrors() ? "" : quotations.nextCode();
        var read = read(null, code, form, errors, locale);
        if (read.isEmpty()) {
            return Typed.again(form(null, model, locale), model);
        }
        keep.add(read.get());
        return leads("press.recorded", "/quotations/" + code, next);
    }

    @Requires("QUOTATION_EDIT")
    @GetMapping("/quotations/{code}/edit")
    String edit(@PathVariable String code, Model model, Locale locale) {
        var quotation = editable(code);
        model.addAttribute("form", filled(quotation, locale));
        return form(quotation, model, locale);
    }

    @Requires("QUOTATION_EDIT")
    @Once
    @PostMapping("/quotations/{code}/edit")
    ModelAndView edit(
            @PathVariable String code,
            @Valid @ModelAttribute("form") QuotationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var before = editable(code);
        var read = read(before, code, form, errors, locale);
        if (read.isEmpty()) {
            return Typed.again(form(before, model, locale), model);
        }
        return switch (keep.change(read.get())) {
            case Outcome.Kept() -> leads("press.changed", "/quotations/" + code, next);
            case Outcome.Gone() -> throw missing(code);
            case Outcome.Overtaken(var theirs) ->
                new Overtaken<>(form, filled(theirs, locale)).again(form(theirs, model, locale), model);
        };
    }

    @Requires("QUOTATION_EDIT")
    @Once
    @PostMapping("/quotations/{code}/remove")
    ModelAndView remove(@PathVariable String code, RedirectAttributes next) {
        keep.remove(editable(code));
        return leads("press.removed", "/quotations", next);
    }

    /** Whoever speaks for a city keeps what was said for it, and nothing else. */
    private Optional<Quotation> read(
            @Nullable Quotation before, String code, QuotationForm form, BindingResult errors, Locale locale) {
        var read = form.read(before, code, name -> quotations.body(name, locale), clock, errors);
        if (read.isPresent()
                && !rights.may(QuotationPermission.QUOTATION_EDIT, read.get().scopes())) {
            errors.rejectValue("organisation", "press.error.whose");
            return Optional.empty();
        }
        return read;
    }

    private static ModelAndView leads(String notice, String page, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:" + page);
    }

    private QuotationForm filled(Quotation quotation, Locale locale) {
        var body = quotation.organisation();
        return QuotationForm.of(
                quotation, body == null ? null : quotations.told(body, locale).orElse(null));
    }

    private String form(@Nullable Quotation quotation, Model model, Locale locale) {
        model.addAttribute("quotation", quotation);
        model.addAttribute("consents", labels.of("press.consent", Coded.codes(Consent.class), locale));
        return "press/form";
    }

    private Quotation editable(String code) {
        var quotation = seen(code);
        rights.require(QuotationPermission.QUOTATION_EDIT, quotation.scopes());
        return quotation;
    }

    private Quotation seen(String code) {
        return quotations.find(code).orElseThrow(() -> missing(code));
    }

    private static NotFound missing(String code) {
        return new NotFound("There is no quotation " + code);
    }
}
