package org.interurban.platform.plans;

import static org.interurban.platform.web.Typed.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.partnerships.NamedPartnerships;
import org.interurban.platform.partnerships.Owner;
import org.interurban.platform.partnerships.Owners;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.plans.KeepPlan.Outcome;
import org.interurban.platform.programmes.Programmes;
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
    private final Programmes allProgrammes;
    private final Owners owners;
    private final Rights rights;
    private final Clock clock;

    AgreementSheet(
            Plans plans,
            AgreementLists lists,
            KeepPlan keep,
            Partnerships partnerships,
            Programmes allProgrammes,
            Owners owners,
            Rights rights,
            Clock clock) {
        this.allProgrammes = allProgrammes;
        this.owners = owners;
        this.plans = plans;
        this.lists = lists;
        this.keep = keep;
        this.partnerships = partnerships;
        this.rights = rights;
        this.clock = clock;
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
                Open::new);
    }

    private final class Open implements Desk<AgreementForm, Agreement> {

        private final NamedPartnerships places;
        private final Map<AgreementId, Map<TypedLines.Id, String>> parties = plans.partiesOfAll();

        private final Locale locale;
        private final List<Programmes.Brief> programmes;

        Open(Locale locale) {
            this.locale = locale;
            this.places = new NamedPartnerships(partnerships, PlanPermission.AGREEMENTS_EDIT, locale);
            this.programmes = allProgrammes.all(locale);
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
            return AgreementForm.of(
                    agreement,
                    seen(agreement),
                    places.codeOf(agreement.partnership()),
                    agreement.partnership() == null ? programmeOf(agreement) : null);
        }

        @Override
        public AgreementForm blank(Map<String, String> values) {
            return AgreementForm.between(List.of());
        }

        @Override
        public String nextCode(AgreementForm form) {
            return plans.code("agreement", "AG-" + owner(form).orElseThrow().frame());
        }

        @Override
        public Optional<Agreement> read(@Nullable Agreement before, String code, AgreementForm form, Errors errors) {
            form.check(errors, LocalDate.now(clock));
            if (before == null) {
                var owner = owner(form);
                if (owner.isEmpty() && !text(form.programme()).isEmpty()) {
                    errors.rejectValue("programme", "plans.error.no-programme");
                } else if (owner.isEmpty()) {
                    places.named(form.partnership(), errors);
                }
                return errors.hasErrors() ? Optional.empty() : owner.map(whose -> form.added(code, whose));
            }
            if (!text(form.programme()).isEmpty() && !text(form.programme()).equals(programmeOf(before))) {
                errors.rejectValue("programme", "plans.error.stays");
            }
            places.check(before.partnership(), form.partnership(), errors);
            return errors.hasErrors() ? Optional.empty() : Optional.of(form.changed(before));
        }

        /** The partnership that a row names, else the programme that it names by its code or its name. */
        private Optional<Owner> owner(AgreementForm form) {
            var programme = text(form.programme());
            return programme.isEmpty() || !text(form.partnership()).isEmpty()
                    ? places.find(form.partnership()).map(Owner.OfPartnership::new)
                    : owners.programmes(PlanPermission.AGREEMENTS_EDIT, locale).stream()
                            .filter(one ->
                                    one.code().equals(programme) || one.name().equalsIgnoreCase(programme))
                            .findFirst()
                            .map(Owner.OfProgramme::new);
        }

        private @Nullable String programmeOf(Agreement agreement) {
            return programmes.stream()
                    .filter(programme -> programme.id().equals(agreement.programme()))
                    .map(Programmes.Brief::code)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public boolean mayKeep(Agreement agreement) {
            return rights.may(
                    PlanPermission.AGREEMENTS_EDIT, plans.scopes(agreement.programme(), agreement.partnership()));
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
