package org.interurban.platform.plans;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.partnerships.NamedPartnerships;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.plans.KeepPlan.Outcome;
import org.interurban.platform.shared.SeenRows;
import org.interurban.platform.shared.TypedLines;
import org.interurban.platform.sheets.SheetForm;
import org.interurban.platform.sheets.SheetForm.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Errors;

/** Agreements from any sheet. */
@Configuration
class AgreementSheet {

    private final Plans plans;
    private final AgreementLists lists;
    private final KeepPlan keep;
    private final Partnerships partnerships;
    private final Rights rights;

    AgreementSheet(Plans plans, AgreementLists lists, KeepPlan keep, Partnerships partnerships, Rights rights) {
        this.plans = plans;
        this.lists = lists;
        this.keep = keep;
        this.partnerships = partnerships;
        this.rights = rights;
    }

    @Bean
    SheetForm<AgreementForm, Agreement> agreementRows() {
        return new SheetForm<>(
                "agreements",
                AgreementForm.class,
                "plans.field",
                "title",
                query -> lists.list(query).items().stream()
                        .map(AgreementLists.Line::code)
                        .toList(),
                locale -> new Open(new NamedPartnerships(partnerships, PlanPermission.AGREEMENTS_EDIT, locale)));
    }

    private final class Open implements Desk<AgreementForm, Agreement> {

        private final NamedPartnerships places;
        private final Map<AgreementId, Map<TypedLines.Id, String>> parties = plans.partiesOfAll();

        Open(NamedPartnerships places) {
            this.places = places;
        }

        @Override
        public Map<String, Agreement> records() {
            return plans.agreements().stream()
                    .collect(Collectors.toMap(
                            Agreement::code, agreement -> agreement, (one, other) -> one, LinkedHashMap::new));
        }

        private SeenRows seen(Agreement agreement) {
            return SeenRows.of(parties.getOrDefault(agreement.id(), Map.of()));
        }

        @Override
        public AgreementForm filled(Agreement agreement) {
            return AgreementForm.of(agreement, seen(agreement), places.codeOf(agreement.partnership()));
        }

        @Override
        public AgreementForm blank(Map<String, String> values) {
            return AgreementForm.between(List.of());
        }

        @Override
        public String nextCode(AgreementForm form) {
            return plans.code(
                    "agreement",
                    "AG-" + places.find(form.partnership()).orElseThrow().code());
        }

        @Override
        public Optional<Agreement> read(@Nullable Agreement before, String code, AgreementForm form, Errors errors) {
            form.check(errors);
            if (before == null) {
                var place = places.named(form.partnership(), errors);
                return place == null || errors.hasErrors()
                        ? Optional.empty()
                        : Optional.of(form.added(code, place.programme(), place.id()));
            }
            places.check(before.partnership(), form.partnership(), errors);
            return errors.hasErrors() ? Optional.empty() : Optional.of(form.changed(before));
        }

        @Override
        public boolean mayKeep(Agreement agreement) {
            return rights.may(
                    PlanPermission.AGREEMENTS_EDIT, plans.scopes(agreement.programme(), agreement.partnership()));
        }

        @Override
        public void add(Agreement agreement) {
            keep.add(agreement);
        }

        @Override
        public boolean change(Agreement before, Agreement wanted) {
            return keep.change(wanted, seen(before)) instanceof Outcome.Kept;
        }

        @Override
        public void remove(Agreement agreement) {
            keep.remove(agreement);
        }
    }
}
