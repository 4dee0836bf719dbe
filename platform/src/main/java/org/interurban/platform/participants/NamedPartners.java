package org.interurban.platform.participants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.interurban.platform.directory.NamedBodies;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.gazetteer.CountryNames;
import org.interurban.platform.participants.Preferences.Body;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.web.Typed;
import org.springframework.validation.Errors;

/** The cities and countries that forms of profiles name, in any language and script. */
final class NamedPartners {

    private static final Pattern WITH_COUNTRY = Pattern.compile("(?s).*,\\s*[A-Z]{2}(\\s*\\(.*\\))?");

    private final NamedBodies bodies;

    NamedPartners(NamedBodies bodies) {
        this.bodies = bodies;
    }

    /** As people read it and may write it again. */
    static String country(String code, Locale reader) {
        var name = Locale.of("", code).getDisplayCountry(reader);
        return CountryNames.read(name) instanceof CountryNames.Reading.Meant(var meant) && meant.equals(code)
                ? name
                : CountryNames.certain(code);
    }

    /** @param participant whose preferences are said, as it stands */
    Preferences read(ProfileForm form, Participant participant, Errors errors) {
        var before = participant.preferences();
        var wishes = new LinkedHashMap<OrganisationId, Body>();
        for (var name : Typed.lines(form.wishes())) {
            body(name, before, "wishes", errors).ifPresent(body -> wishes.putIfAbsent(body.id(), body));
        }
        var excluded = new LinkedHashMap<OrganisationId, Body>();
        var countries = new ArrayList<String>();
        for (var name : Typed.lines(form.excluded())) {
            if (!WITH_COUNTRY.matcher(name).matches()
                    && CountryNames.read(name) instanceof CountryNames.Reading.Meant(var country)) {
                countries.add(country);
            } else {
                body(name, before, "excluded", errors).ifPresent(body -> excluded.putIfAbsent(body.id(), body));
            }
        }
        if (wishes.size() > Preferences.MOST) {
            errors.rejectValue("wishes", "participants.error.too-many", new Object[] {Preferences.MOST}, null);
        }
        if (excluded.size() > Preferences.MOST) {
            errors.rejectValue("excluded", "participants.error.too-many", new Object[] {Preferences.MOST}, null);
        }
        if (wishes.containsKey(participant.organisation())) {
            errors.rejectValue("wishes", "participants.error.itself");
        }
        wishes.values().stream()
                .filter(body -> excluded.containsKey(body.id()))
                .forEach(body ->
                        errors.rejectValue("excluded", "participants.error.wished", new Object[] {body.told()}, null));
        return errors.hasErrors()
                ? before
                : new Preferences(
                        List.copyOf(wishes.values()),
                        List.copyOf(excluded.values()),
                        countries.stream().distinct().toList(),
                        form.settings().stream()
                                .flatMap(code -> Coded.find(Setting.class, code).stream())
                                .toList());
    }

    private Optional<Body> body(String name, Preferences before, String field, Errors errors) {
        var there = before.bodies().filter(body -> body.told().equals(name)).findFirst();
        return there.isPresent()
                ? there
                : bodies.find(name, field, errors).map(entry -> new Body(entry.id(), entry.named()));
    }
}
