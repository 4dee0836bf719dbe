package org.interurban.platform.plans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.partnerships.NamedOwners;
import org.interurban.platform.partnerships.Owners;
import org.interurban.platform.plans.KeepPlan.Outcome;
import org.interurban.platform.shared.SeenRows;
import org.interurban.platform.shared.TypedLines;
import org.interurban.platform.sheets.SheetForm;
import org.interurban.platform.sheets.SheetForm.Desk;
import org.interurban.platform.web.Lists;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Agreements from any sheet. */
@Component
record AgreementSheet(Plans plans, AgreementLists lists, KeepPlan keep, Owners owners, Rights rights, Clock clock) {

    @Bean
    SheetForm<AgreementForm, Agreement> agreementRows() {
        return new SheetForm<>(
                "agreements",
                AgreementForm.class,
                "plans.field",
                "title",
                query -> Lists.all(query, lists::list).stream()
                        .map(AgreementLists.Line::code)
                        .toList(),
                Open::new);
    }

    private final class Open implements Desk<AgreementForm, Agreement> {

        private final Map<List<@Nullable Object>, Boolean> mayKeep = new HashMap<>(); // by programme and partnership
        private final NamedOwners places;
        private final Map<AgreementId, Map<TypedLines.Id, String>> parties = plans.partiesOfAll();

        private final Map<String, Map<String, String>> choices;
        private final Set<String> occasions;

        Open(Locale locale) {
            var all = plans.occasions(null, locale);
            var byName = new LinkedHashMap<String, String>();
            all.forEach(one -> byName.putIfAbsent(
                    byName.containsKey(one.told(locale)) ? one.code() : one.told(locale), one.code()));
            plans.agreements().stream() // what is gone, or not for this reader, stays where it stood
                    .flatMap(agreement -> Stream.ofNullable(agreement.occasion()))
                    .filter(code -> !byName.containsValue(code))
                    .forEach(code -> byName.put(code, code));
            this.choices = Map.of("occasion", byName);
            this.occasions = Set.copyOf(byName.values());
            this.places = owners.named(PlanPermission.AGREEMENTS_EDIT, locale);
        }

        @Override
        public Map<String, Agreement> records() {
            return plans.agreements().stream()
                    .collect(Collectors.toMap(
                            Agreement::code, agreement -> agreement, (one, other) -> one, LinkedHashMap::new));
        }

        @Override
        public Map<String, Map<String, String>> choices() {
            return choices;
        }

        private SeenRows seen(Agreement agreement) {
            return SeenRows.of(parties.getOrDefault(agreement.id(), Map.of()));
        }

        @Override
        public AgreementForm filled(Agreement agreement) {
            return AgreementForm.of(
                    agreement,
                    seen(agreement),
                    places.codeOf(agreement.partnership()),
                    places.codeOf(agreement.programme()));
        }

        @Override
        public AgreementForm blank(Map<String, String> values) {
            return AgreementForm.between(List.of());
        }

        @Override
        public String nextCode(AgreementForm form) {
            return plans.code(
                    "agreement",
                    "AG-"
                            + places.find(form.partnership(), form.programme())
                                    .orElseThrow()
                                    .frame());
        }

        @Override
        public Optional<Agreement> read(@Nullable Agreement before, String code, AgreementForm form, Errors errors) {
            form.check(errors, LocalDate.now(clock), occasions);
            if (before == null) {
                var owner = places.named(form.partnership(), form.programme(), errors);
                return errors.hasErrors() ? Optional.empty() : owner.map(whose -> form.added(code, whose));
            }
            places.stays(before.partnership(), before.programme(), form.partnership(), form.programme(), errors);
            return errors.hasErrors() ? Optional.empty() : Optional.of(form.changed(before));
        }

        @Override
        public boolean mayKeep(Agreement agreement) {
            return mayKeep.computeIfAbsent(
                    Arrays.asList(agreement.programme(), agreement.partnership()),
                    whose -> rights.may(
                            PlanPermission.AGREEMENTS_EDIT,
                            plans.scopes(agreement.programme(), agreement.partnership())));
        }

        @Override
        public void add(Agreement agreement) {
            keep.add(agreement, false);
        }

        @Override
        public boolean change(Agreement before, Agreement wanted) {
            return keep.change(wanted, seen(before), "", false) instanceof Outcome.Kept;
        }

        @Override
        public void remove(Agreement agreement) {
            keep.remove(agreement);
        }
    }
}
