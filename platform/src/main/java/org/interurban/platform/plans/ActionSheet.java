package org.interurban.platform.plans;

import static org.interurban.platform.web.Typed.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.partnerships.NamedPartnerships;
import org.interurban.platform.partnerships.Owner;
import org.interurban.platform.partnerships.Owners;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.plans.KeepPlan.Outcome;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.sheets.SheetForm;
import org.interurban.platform.sheets.SheetForm.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Errors;

/** Actions from any sheet. */
@Configuration
class ActionSheet {

    private final Plans plans;
    private final PlanTemplates templates;
    private final ActionLists lists;
    private final KeepPlan keep;
    private final Partnerships partnerships;
    private final Programmes allProgrammes;
    private final Owners owners;
    private final Directory directory;
    private final Rights rights;

    ActionSheet(
            Plans plans,
            PlanTemplates templates,
            ActionLists lists,
            KeepPlan keep,
            Partnerships partnerships,
            Programmes allProgrammes,
            Owners owners,
            Directory directory,
            Rights rights) {
        this.plans = plans;
        this.templates = templates;
        this.lists = lists;
        this.keep = keep;
        this.partnerships = partnerships;
        this.allProgrammes = allProgrammes;
        this.owners = owners;
        this.directory = directory;
        this.rights = rights;
    }

    @Bean
    SheetForm<ActionForm, PlanItem> actionRows() {
        return new SheetForm<>(
                "actions",
                ActionForm.class,
                "plans.field",
                "statement",
                query -> lists.list(query).items().stream()
                        .map(ActionLists.Line::code)
                        .toList(),
                Open::new);
    }

    private final class Open implements Desk<ActionForm, PlanItem> {

        private final Locale locale;
        private final NamedPartnerships places;
        private final List<Programmes.Brief> programmes;
        private final ActionReading reading;
        private final Map<String, String> codesOfOwners = plans.codesOfOwners();

        Open(Locale locale) {
            this.locale = locale;
            this.places = new NamedPartnerships(partnerships, PlanPermission.PLANS_EDIT, locale);
            this.programmes = allProgrammes.all(locale);
            this.reading = new ActionReading(plans, templates, directory, locale);
        }

        @Override
        public Map<String, PlanItem> records() {
            return plans.actions().stream()
                    .collect(Collectors.toMap(PlanItem::code, item -> item, (one, other) -> one, LinkedHashMap::new));
        }

        @Override
        public ActionForm filled(PlanItem item) {
            return ActionForm.of(
                    item,
                    codesOfOwners.get(item.code()),
                    places.codeOf(item.partnership()),
                    item.partnership() == null ? programmeOf(item) : null);
        }

        @Override
        public ActionForm blank(Map<String, String> values) {
            return ActionForm.planned("");
        }

        @Override
        public String nextCode(ActionForm form) {
            return plans.code("plan_item", owner(form).orElseThrow().frame());
        }

        @Override
        public Optional<PlanItem> read(@Nullable PlanItem before, String code, ActionForm form, Errors errors) {
            if (before != null) {
                places.check(before.partnership(), form.partnership(), errors);
                if (!text(form.programme()).isEmpty() && !text(form.programme()).equals(programmeOf(before))) {
                    errors.rejectValue("programme", "plans.error.stays");
                }
                return reading.read(
                        before,
                        code,
                        form,
                        Owners.of(places.of(before.partnership()), before.programme(), programmes),
                        errors);
            }
            var owner = owner(form);
            if (owner.isEmpty()) {
                if (text(form.programme()).isEmpty()) {
                    places.named(form.partnership(), errors);
                } else {
                    errors.rejectValue("programme", "plans.error.no-programme");
                }
                return Optional.empty();
            }
            return reading.read(null, code, form, owner.get(), errors);
        }

        /** The partnership that a row names, else the programme that it names by its code or its name. */
        private Optional<Owner> owner(ActionForm form) {
            var programme = text(form.programme());
            return programme.isEmpty() || !text(form.partnership()).isEmpty()
                    ? places.find(form.partnership()).map(Owner.OfPartnership::new)
                    : owners.programmes(PlanPermission.PLANS_EDIT, locale).stream()
                            .filter(one ->
                                    one.code().equals(programme) || one.name().equalsIgnoreCase(programme))
                            .findFirst()
                            .map(Owner.OfProgramme::new);
        }

        private @Nullable String programmeOf(PlanItem item) {
            return programmes.stream()
                    .filter(programme -> programme.id().equals(item.programme()))
                    .map(Programmes.Brief::code)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public boolean mayKeep(PlanItem item) {
            return rights.may(PlanPermission.PLANS_EDIT, plans.scopes(item.programme(), item.partnership()));
        }

        @Override
        public void add(PlanItem item) {
            keep.add(item, false);
        }

        @Override
        public boolean change(PlanItem before, PlanItem wanted) {
            return keep.change(wanted, "", false) instanceof Outcome.Kept;
        }

        @Override
        public void remove(PlanItem item) {
            keep.takeBack(item);
        }
    }
}
