package org.interurban.platform.plans;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.NamedOwners;
import org.interurban.platform.partnerships.Owners;
import org.interurban.platform.plans.KeepPlan.Outcome;
import org.interurban.platform.sheets.SheetForm;
import org.interurban.platform.sheets.SheetForm.Desk;
import org.interurban.platform.web.Lists;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Actions from any sheet. */
@Component
record ActionSheet(
        Plans plans,
        PlanTemplates templates,
        ActionLists lists,
        KeepPlan keep,
        Owners owners,
        Directory directory,
        Rights rights) {

    @Bean
    SheetForm<ActionForm, PlanItem> actionRows() {
        return new SheetForm<>(
                "actions",
                ActionForm.class,
                "plans.field",
                "statement",
                query -> Lists.all(query, lists::list).stream()
                        .map(ActionLists.Line::code)
                        .toList(),
                Open::new);
    }

    private final class Open implements Desk<ActionForm, PlanItem> {

        private final Map<List<@Nullable Object>, Boolean> mayKeep = new HashMap<>(); // by programme and partnership
        private final NamedOwners places;
        private final ActionReading reading;
        private final Map<OrganisationId, String> codesOfOwners = plans.codesOfOwners();
        private final Locale locale;

        Open(Locale locale) {
            this.locale = locale;
            this.places = owners.named(PlanPermission.PLANS_EDIT, locale);
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
                    item, codeOf(item.owner()), places.codeOf(item.partnership()), places.codeOf(item.programme()));
        }

        /** Also of one that saw to nothing before a row named it. */
        private @Nullable String codeOf(@Nullable OrganisationId owner) {
            if (owner != null && !codesOfOwners.containsKey(owner)) {
                var body = plans.bodyOf(owner, locale);
                if (body != null) {
                    codesOfOwners.put(owner, body.code());
                }
            }
            return owner == null ? null : codesOfOwners.get(owner);
        }

        @Override
        public ActionForm blank(Map<String, String> values) {
            return ActionForm.planned("");
        }

        @Override
        public String nextCode(ActionForm form) {
            return plans.code(
                    "plan_item",
                    places.find(form.partnership(), form.programme())
                            .orElseThrow()
                            .frame());
        }

        @Override
        public Optional<PlanItem> read(@Nullable PlanItem before, String code, ActionForm form, Errors errors) {
            var owner = before == null
                    ? places.named(form.partnership(), form.programme(), errors)
                    : Optional.of(places.stays(
                            before.partnership(), before.programme(), form.partnership(), form.programme(), errors));
            return owner.flatMap(whose -> reading.read(before, code, form, whose, errors));
        }

        @Override
        public boolean mayKeep(PlanItem item) {
            return mayKeep.computeIfAbsent(
                    Arrays.asList(item.programme(), item.partnership()),
                    whose -> rights.may(PlanPermission.PLANS_EDIT, plans.scopes(item.programme(), item.partnership())));
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
