package org.interurban.platform.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Lists;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Sheet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Cities and other organisations for programs. */
@RestController
@Open
class OrganisationApi {

    private static final List<Sheet.Column<Organisations.Line>> COLUMNS = List.of(
            new Sheet.Column<>("code", Organisations.Line::code),
            new Sheet.Column<>("name", Organisations.Line::name),
            new Sheet.Column<>("name_local", Organisations.Line::localName),
            new Sheet.Column<>("abbreviation", Organisations.Line::abbreviation),
            new Sheet.Column<>("kind", Organisations.Line::kind),
            new Sheet.Column<>("country", Organisations.Line::country),
            new Sheet.Column<>("country_name", Organisations.Line::countryName),
            new Sheet.Column<>("region", Organisations.Line::region),
            new Sheet.Column<>("population", Organisations.Line::population),
            new Sheet.Column<>("population_source", Organisations.Line::populationSource),
            new Sheet.Column<>("latitude", Organisations.Line::latitude),
            new Sheet.Column<>("longitude", Organisations.Line::longitude),
            new Sheet.Column<>("time_zone", Organisations.Line::timeZone));

    private static final Sheet<Organisations.Line> CITIES = new Sheet<>("cities", COLUMNS);
    private static final Sheet<Organisations.Line> ORGANISATIONS = new Sheet<>("organisations", COLUMNS);

    private final Organisations organisations;
    private final Profiles profiles;

    OrganisationApi(Organisations organisations, Profiles profiles) {
        this.organisations = organisations;
        this.profiles = profiles;
    }

    @GetMapping({"/api/v1/cities", "/api/v1/cities.csv", "/api/v1/cities.xlsx", "/cities.csv", "/cities.xlsx"})
    ResponseEntity<Lists.Answer<Organisations.Line>> cities(HttpServletRequest request, ListQuery query) {
        return Lists.answer(request, query, CITIES, asked -> organisations.list(true, asked));
    }

    @GetMapping({
        "/api/v1/organisations",
        "/api/v1/organisations.csv",
        "/api/v1/organisations.xlsx",
        "/organisations.csv",
        "/organisations.xlsx"
    })
    ResponseEntity<Lists.Answer<Organisations.Line>> organisations(HttpServletRequest request, ListQuery query) {
        return Lists.answer(request, query, ORGANISATIONS, asked -> organisations.list(false, asked));
    }

    @GetMapping("/api/v1/cities/{code}")
    Profile city(@PathVariable String code, Locale locale) {
        return profiles.find(code, locale)
                .filter(Profile::city)
                .orElseThrow(() -> new NotFound("There is no city " + code));
    }

    @GetMapping("/api/v1/organisations/{code}")
    Profile organisation(@PathVariable String code, Locale locale) {
        return profiles.find(code, locale)
                .filter(profile -> !profile.city())
                .orElseThrow(() -> new NotFound("There is no organisation " + code + " that is not a city"));
    }
}
