package org.interurban.platform.partnerships;

import java.util.List;
import java.util.Optional;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Whose the rows of a sheet are, by the partnerships and programmes that they name in the components {@code partnership} and {@code
 * programme} of a form; each is looked up once. What belongs to the network as a whole is entered on a page only, since a row that
 * names nobody more likely forgot it.
 */
public final class NamedOwners {

    private static final String PROGRAMME = "programme";

    private final NamedPartnerships partnerships;
    private final List<Programmes.Brief> seen;
    private final List<Programmes.Brief> open;

    NamedOwners(NamedPartnerships partnerships, List<Programmes.Brief> seen, List<Programmes.Brief> open) {
        this.partnerships = partnerships;
        this.seen = seen;
        this.open = open;
    }

    public Owner of(@Nullable PartnershipId partnership, @Nullable ProgrammeId programme) {
        return Owners.of(partnerships.of(partnership), programme, seen);
    }

    public @Nullable String codeOf(@Nullable PartnershipId partnership) {
        return partnerships.codeOf(partnership);
    }

    /** The code of the programme in which something lies, as a whole or with its partnership. */
    public @Nullable String codeOf(@Nullable ProgrammeId programme) {
        return seen.stream()
                .filter(one -> one.id().equals(programme))
                .map(Programmes.Brief::code)
                .findFirst()
                .orElse(null);
    }

    /** The partnership that is named, else the programme, by code or name. */
    public Optional<Owner> find(@Nullable String partnership, @Nullable String programme) {
        var named = Typed.text(programme);
        return named.isEmpty() || !Typed.text(partnership).isEmpty()
                ? partnerships.find(partnership).map(Owner.OfPartnership::new)
                : open.stream().filter(one -> isCalled(one, named)).findFirst().map(Owner.OfProgramme::new);
    }

    private static boolean isCalled(Programmes.Brief programme, String name) {
        return programme.code().equalsIgnoreCase(name) || programme.name().equalsIgnoreCase(name);
    }

    /** Whether the typed word names the programme; nothing typed contradicts none. */
    private boolean names(@Nullable String typed, @Nullable ProgrammeId programme) {
        var name = Typed.text(typed);
        return name.isEmpty() || seen.stream().anyMatch(one -> one.id().equals(programme) && isCalled(one, name));
    }

    /** The same; says at the field that there is none. */
    public Optional<Owner> named(@Nullable String partnership, @Nullable String programme, Errors errors) {
        var found = find(partnership, programme);
        if (found.isEmpty()
                && Typed.text(partnership).isEmpty()
                && !Typed.text(programme).isEmpty()) {
            errors.rejectValue(PROGRAMME, "partnerships.error.no-programme");
        } else if (found.isEmpty()) {
            partnerships.named(partnership, errors);
        } else if (!names(programme, found.get().programmeId())) {
            errors.rejectValue(PROGRAMME, "partnerships.error.other-programme");
            return Optional.empty();
        }
        return found;
    }

    /** Whose something is already; says at the field that it does not go to another. */
    public Owner stays(
            @Nullable PartnershipId where,
            @Nullable ProgrammeId whole,
            @Nullable String partnership,
            @Nullable String programme,
            Errors errors) {
        partnerships.check(where, partnership, errors);
        if (!names(programme, whole)) {
            errors.rejectValue(PROGRAMME, "partnerships.error.programme-stays");
        }
        return of(where, whole);
    }
}
