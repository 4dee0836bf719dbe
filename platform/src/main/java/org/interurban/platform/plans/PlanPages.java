package org.interurban.platform.plans;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.Conflict;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Lists;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Agreements and actions on the screen. */
@Controller
class PlanPages {

    record AgreementForm(
            @Nullable String type,

            @NotBlank(message = "{plans.error.title-needed}")
            @Size(max = Agreement.TITLE_LENGTH, message = "{plans.error.too-long}")
            @Nullable
            String title,

            @Size(max = Agreement.TITLE_LENGTH, message = "{plans.error.too-long}") @Nullable
            String titleKo,

            @Nullable String status,
            @Nullable String date,

            @Size(max = 200, message = "{plans.error.too-long}") @Nullable
            String place,

            @Size(max = 1000, message = "{plans.error.too-long}") @Nullable
            String subject,

            @NotBlank(message = "{plans.error.parties-needed}") @Nullable
            String parties,

            @Nullable Integer version) {

        void check(Errors errors) {
            if (!AgreementType.codes().contains(text(type))) {
                errors.rejectValue("type", "plans.error.type");
            }
            if (!AgreementStatus.codes().contains(text(status))) {
                errors.rejectValue("status", "plans.error.status");
            }
            try {
                PartialPeriod.parse(text(date), "", null);
            } catch (DateTimeException | IllegalArgumentException notADate) {
                errors.rejectValue("date", "plans.error.date");
            }
        }

        Agreement toAgreement(UUID id, String code, @Nullable UUID programme, @Nullable UUID partnership) {
            return new Agreement(
                    id,
                    code,
                    programme,
                    partnership,
                    AgreementType.of(text(type)),
                    text(title),
                    textOrNull(titleKo),
                    AgreementStatus.of(text(status)),
                    PartialPeriod.parse(text(date), "", null),
                    textOrNull(place),
                    textOrNull(subject),
                    Arrays.stream(text(parties).split("\\R"))
                            .map(String::strip)
                            .filter(name -> !name.isEmpty())
                            .distinct()
                            .toList(),
                    version == null ? 0 : version);
        }
    }

    record ActionForm(
            @Nullable String kind,

            @NotBlank(message = "{plans.error.statement-needed}")
            @Size(max = PlanItem.STATEMENT_LENGTH, message = "{plans.error.too-long}")
            @Nullable
            String statement,

            @Size(max = PlanItem.STATEMENT_LENGTH, message = "{plans.error.too-long}") @Nullable
            String statementKo,

            @Size(max = 40, message = "{plans.error.too-long}") @Nullable
            String plan,

            @Nullable String status,
            @Nullable String due,
            @Nullable Integer version) {

        void check(Errors errors) {
            if (!ActionKind.codes().contains(text(kind))) {
                errors.rejectValue("kind", "plans.error.type");
            }
            if (!ActionStatus.codes().contains(text(status))) {
                errors.rejectValue("status", "plans.error.status");
            }
            try {
                dueDay();
            } catch (DateTimeException notADay) {
                errors.rejectValue("due", "plans.error.day");
            }
        }

        private @Nullable LocalDate dueDay() {
            return text(due).isEmpty() ? null : LocalDate.parse(text(due));
        }

        PlanItem toItem(UUID id, String code, @Nullable UUID programme, @Nullable UUID partnership) {
            return new PlanItem(
                    id,
                    code,
                    programme,
                    partnership,
                    textOrNull(plan),
                    ActionKind.of(text(kind)),
                    text(statement),
                    textOrNull(statementKo),
                    ActionStatus.of(text(status)),
                    dueDay(),
                    version == null ? 0 : version);
        }
    }

    private final Plans plans;
    private final AgreementLists lists;
    private final KeepPlan keep;
    private final Partnerships partnerships;
    private final Sources sources;
    private final Rights rights;
    private final MessageSource messages;

    PlanPages(
            Plans plans,
            AgreementLists lists,
            KeepPlan keep,
            Partnerships partnerships,
            Sources sources,
            Rights rights,
            MessageSource messages) {
        this.plans = plans;
        this.lists = lists;
        this.keep = keep;
        this.partnerships = partnerships;
        this.sources = sources;
        this.rights = rights;
        this.messages = messages;
    }

    @Open
    @GetMapping("/agreements")
    String list(ListQuery query, Model model) {
        model.addAttribute("query", query);
        model.addAttribute("slice", lists.list(query));
        model.addAttribute("programmes", lists.programmes());
        model.addAttribute("types", AgreementType.codes());
        model.addAttribute("statuses", AgreementStatus.codes());
        model.addAttribute("seesAll", rights.current().mayAnywhere(Permission.PARTNERSHIP_READ));
        model.addAttribute("mayAdd", rights.current().mayAnywhere(Permission.AGREEMENTS_EDIT));
        return "plans/list";
    }

    @Open
    @GetMapping({"/agreements.csv", "/agreements.xlsx"})
    ResponseEntity<?> sheet(HttpServletRequest request, ListQuery query) {
        return Lists.answer(request, query, AgreementLists.SHEET, lists::list);
    }

    @Open
    @GetMapping("/agreements/{code}")
    String show(@PathVariable String code, Model model, Locale locale) {
        model.addAttribute(
                "line", lists.one(code, locale).orElseThrow(() -> new NotFound("There is no agreement " + code)));
        var agreement = plans.agreement(code).orElseThrow(() -> new NotFound("There is no agreement " + code));
        var scopes = plans.scopes(agreement.programme(), agreement.partnership());
        model.addAttribute("sources", sources.of("agreement", code));
        model.addAttribute(
                "questions",
                rights.may(Permission.PARTNERSHIP_READ, scopes) ? sources.questionsOn("agreement", code) : List.of());
        model.addAttribute("mayEdit", rights.may(Permission.AGREEMENTS_EDIT, scopes));
        return "plans/show";
    }

    @Requires(Permission.AGREEMENTS_EDIT)
    @GetMapping("/agreements/new")
    String add(@RequestParam(defaultValue = "") String partnership, Model model, Locale locale) {
        if (partnership.isBlank()) {
            return choose("/agreements/new", Permission.AGREEMENTS_EDIT, "plans.agreement.new", model, locale);
        }
        var chosen = editable(Permission.AGREEMENTS_EDIT, partnership, locale);
        var parties = partnerships.members(chosen.id(), locale).stream()
                .filter(member -> member.left() == null)
                .map(Partnerships.Member::name)
                .toList();
        model.addAttribute(
                "form",
                new AgreementForm(
                        AgreementType.MEMORANDUM_OF_UNDERSTANDING.code(),
                        null,
                        null,
                        AgreementStatus.UNDER_DISCUSSION.code(),
                        null,
                        null,
                        null,
                        String.join("\n", parties),
                        0));
        return agreementForm(null, chosen, model, locale);
    }

    @Requires(Permission.AGREEMENTS_EDIT)
    @PostMapping("/agreements/new")
    ModelAndView add(
            @RequestParam String partnership,
            @Valid @ModelAttribute("form") AgreementForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var chosen = editable(Permission.AGREEMENTS_EDIT, partnership, locale);
        form.check(errors);
        if (errors.hasErrors()) {
            return wrong(agreementForm(null, chosen, model, locale), model);
        }
        keep.add(form.toAgreement(
                Identifier.next(),
                plans.freeCode("agreement", "AG-" + chosen.code()),
                chosen.programme(),
                chosen.id().value()));
        next.addFlashAttribute("notice", "plans.agreement.recorded");
        return new ModelAndView("redirect:/partnerships/" + partnership);
    }

    @Requires(Permission.AGREEMENTS_EDIT)
    @GetMapping("/agreements/{code}/edit")
    String edit(@PathVariable String code, Model model, Locale locale) {
        var agreement = editable(code);
        model.addAttribute(
                "form",
                new AgreementForm(
                        agreement.type().code(),
                        agreement.title(),
                        agreement.titleKo(),
                        agreement.status().code(),
                        agreement.when().code(),
                        agreement.place(),
                        agreement.subject(),
                        String.join("\n", agreement.parties()),
                        agreement.version()));
        return agreementForm(agreement, null, model, locale);
    }

    @Requires(Permission.AGREEMENTS_EDIT)
    @PostMapping("/agreements/{code}/edit")
    ModelAndView edit(
            @PathVariable String code,
            @Valid @ModelAttribute("form") AgreementForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var before = editable(code);
        form.check(errors);
        if (errors.hasErrors()) {
            return wrong(agreementForm(before, null, model, locale), model);
        }
        if (!keep.change(form.toAgreement(before.id(), code, before.programme(), before.partnership()))) {
            var now = plans.agreement(code).orElse(before);
            throw new Conflict(
                    now.title(),
                    "/agreements/" + code + "/edit",
                    Map.of(
                            word("plans.field.title", locale),
                            now.title(),
                            word("plans.field.status", locale),
                            word("plans.status." + now.status().code(), locale),
                            word("plans.field.date", locale),
                            now.when().text(locale)));
        }
        next.addFlashAttribute("notice", "plans.agreement.changed");
        return new ModelAndView("redirect:/agreements/" + code);
    }

    @Requires(Permission.PLANS_EDIT)
    @GetMapping("/actions/new")
    String addAction(@RequestParam(defaultValue = "") String partnership, Model model, Locale locale) {
        if (partnership.isBlank()) {
            return choose("/actions/new", Permission.PLANS_EDIT, "plans.action.new", model, locale);
        }
        var chosen = editable(Permission.PLANS_EDIT, partnership, locale);
        model.addAttribute(
                "form",
                new ActionForm(
                        ActionKind.JOINT_INITIATIVE.code(), null, null, "UCAP", ActionStatus.PLANNED.code(), null, 0));
        return actionForm(null, chosen, model, locale);
    }

    @Requires(Permission.PLANS_EDIT)
    @PostMapping("/actions/new")
    ModelAndView addAction(
            @RequestParam String partnership,
            @Valid @ModelAttribute("form") ActionForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var chosen = editable(Permission.PLANS_EDIT, partnership, locale);
        form.check(errors);
        if (errors.hasErrors()) {
            return wrong(actionForm(null, chosen, model, locale), model);
        }
        keep.add(form.toItem(
                Identifier.next(),
                plans.freeCode("plan_item", chosen.code()),
                chosen.programme(),
                chosen.id().value()));
        next.addFlashAttribute("notice", "plans.action.recorded");
        return new ModelAndView("redirect:/partnerships/" + partnership);
    }

    @Requires(Permission.PLANS_EDIT)
    @GetMapping("/actions/{code}/edit")
    String editAction(@PathVariable String code, Model model, Locale locale) {
        var item = editableAction(code);
        model.addAttribute(
                "form",
                new ActionForm(
                        item.kind().code(),
                        item.statement(),
                        item.statementKo(),
                        item.plan(),
                        item.status().code(),
                        item.due() == null ? "" : item.due().toString(),
                        item.version()));
        return actionForm(item, null, model, locale);
    }

    @Requires(Permission.PLANS_EDIT)
    @PostMapping("/actions/{code}/edit")
    ModelAndView editAction(
            @PathVariable String code,
            @Valid @ModelAttribute("form") ActionForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var before = editableAction(code);
        form.check(errors);
        if (errors.hasErrors()) {
            return wrong(actionForm(before, null, model, locale), model);
        }
        if (!keep.change(form.toItem(before.id(), code, before.programme(), before.partnership()))) {
            var now = plans.action(code).orElse(before);
            throw new Conflict(
                    now.statement(),
                    "/actions/" + code + "/edit",
                    Map.of(
                            word("plans.field.statement", locale),
                            now.statement(),
                            word("plans.field.status", locale),
                            word("plans.action-status." + now.status().code(), locale)));
        }
        next.addFlashAttribute("notice", "plans.action.changed");
        var partnership = partnershipCode(before.partnership(), locale);
        return new ModelAndView("redirect:" + (partnership == null ? "/partnerships" : "/partnerships/" + partnership));
    }

    private String choose(String next, Permission permission, String title, Model model, Locale locale) {
        model.addAttribute("next", next);
        model.addAttribute("what", title);
        model.addAttribute("choices", partnerships.allWith(permission, locale));
        return "plans/choose";
    }

    private String agreementForm(
            @Nullable Agreement agreement, Partnerships.@Nullable Brief partnership, Model model, Locale locale) {
        model.addAttribute("agreement", agreement);
        model.addAttribute("partnership", partnership);
        model.addAttribute("types", words("plans.type.", AgreementType.codes(), locale));
        model.addAttribute("statuses", words("plans.status.", AgreementStatus.codes(), locale));
        return "plans/agreement";
    }

    private String actionForm(
            @Nullable PlanItem item, Partnerships.@Nullable Brief partnership, Model model, Locale locale) {
        model.addAttribute("item", item);
        model.addAttribute("partnership", partnership);
        var frame = partnership != null
                ? partnership.code()
                : item == null ? null : partnershipCode(item.partnership(), locale);
        model.addAttribute("back", frame == null ? "/partnerships" : "/partnerships/" + frame);
        model.addAttribute("kinds", words("plans.kind.", ActionKind.codes(), locale));
        model.addAttribute("statuses", words("plans.action-status.", ActionStatus.codes(), locale));
        return "plans/action";
    }

    private @Nullable String partnershipCode(@Nullable UUID partnership, Locale locale) {
        return partnership == null
                ? null
                : partnerships.all(locale).stream()
                        .filter(brief -> brief.id().value().equals(partnership))
                        .map(Partnerships.Brief::code)
                        .findFirst()
                        .orElse(null);
    }

    private Partnerships.Brief editable(Permission permission, String partnership, Locale locale) {
        var found = partnerships
                .brief(partnership, locale)
                .orElseThrow(() -> new NotFound("There is no partnership " + partnership));
        rights.require(permission, partnerships.scopes(found.id()));
        return found;
    }

    private Agreement editable(String code) {
        var agreement = plans.agreement(code).orElseThrow(() -> new NotFound("There is no agreement " + code));
        rights.require(Permission.AGREEMENTS_EDIT, plans.scopes(agreement.programme(), agreement.partnership()));
        return agreement;
    }

    private PlanItem editableAction(String code) {
        var item = plans.action(code).orElseThrow(() -> new NotFound("There is no action " + code));
        rights.require(Permission.PLANS_EDIT, plans.scopes(item.programme(), item.partnership()));
        return item;
    }

    private static ModelAndView wrong(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /** Codes with their words in the reader's language. */
    private Map<String, String> words(String prefix, List<String> codes, Locale locale) {
        var words = new LinkedHashMap<String, String>();
        codes.forEach(code -> words.put(code, word(prefix + code, locale)));
        return words;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static @Nullable String textOrNull(@Nullable String value) {
        return text(value).isEmpty() ? null : text(value);
    }
}
