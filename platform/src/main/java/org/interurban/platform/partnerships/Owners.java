package org.interurban.platform.partnerships;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Those for whom something can be entered, and to whom what was entered belongs. */
@Component
public class Owners {

    /** @param network whether it can be entered for the network as a whole */
    public record Choices(List<Partnerships.Brief> partnerships, List<Programmes.Brief> programmes, boolean network) {

        public boolean isEmpty() {
            return partnerships.isEmpty() && programmes.isEmpty() && !network;
        }
    }

    private final Partnerships partnerships;
    private final Programmes programmes;
    private final Rights rights;

    Owners(Partnerships partnerships, Programmes programmes, Rights rights) {
        this.partnerships = partnerships;
        this.programmes = programmes;
        this.rights = rights;
    }

    /** Those for whom the current person holds the right. */
    public Choices choices(Permission permission, Locale locale) {
        return new Choices(
                partnerships.allWith(permission, locale), programmes(permission, locale), rights.may(permission));
    }

    /** Those that rows of a sheet name. */
    public NamedOwners named(Permission permission, Locale locale) {
        return new NamedOwners(
                new NamedPartnerships(partnerships, permission, locale),
                programmes.all(locale),
                programmes(permission, locale));
    }

    private List<Programmes.Brief> programmes(Permission permission, Locale locale) {
        return programmes.all(locale).stream()
                .filter(programme -> rights.may(permission, programme.id().scope()))
                .toList();
    }

    /** The one that an address names, for which the person holds the right; empty where it names none. */
    public Optional<Owner> named(
            Permission permission, String partnership, String programme, boolean network, Locale locale) {
        if (!partnership.isBlank()) {
            return Optional.of(new Owner.OfPartnership(partnerships.briefWith(permission, partnership, locale)));
        }
        if (!programme.isBlank()) {
            var found = programmes
                    .brief(programme, locale)
                    .orElseThrow(() -> new NotFound("There is no programme " + programme));
            rights.require(permission, found.id().scope());
            return Optional.of(new Owner.OfProgramme(found));
        }
        if (network) {
            rights.require(permission);
            return Optional.of(new Owner.OfNetwork());
        }
        return Optional.empty();
    }

    /** Whose something is that names both. */
    public Owner of(@Nullable PartnershipId partnership, @Nullable ProgrammeId programme, Locale locale) {
        return of(
                partnership == null
                        ? null
                        : partnerships.brief(partnership, locale).orElse(null),
                programme,
                partnership != null || programme == null ? List.of() : programmes.all(locale));
    }

    /** The same, among partnerships and programmes that were looked up. */
    static Owner of(
            Partnerships.@Nullable Brief partnership, @Nullable ProgrammeId programme, List<Programmes.Brief> known) {
        if (partnership != null) {
            return new Owner.OfPartnership(partnership);
        }
        return known.stream()
                .filter(one -> one.id().equals(programme))
                .findFirst()
                .<Owner>map(Owner.OfProgramme::new)
                .orElseGet(Owner.OfNetwork::new);
    }
}
