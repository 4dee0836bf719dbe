package org.interurban.platform.gazetteer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.interurban.platform.authority.Open;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Lists;
import org.interurban.platform.web.Sheet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Countries and places for programs. */
@RestController
@Open
class GazetteerApi {

    private static final Sheet<Gazetteer.Country> COUNTRIES = new Sheet<>(
            "countries",
            List.of(
                    new Sheet.Column<>("code", Gazetteer.Country::code),
                    new Sheet.Column<>("name", Gazetteer.Country::name),
                    new Sheet.Column<>("region", Gazetteer.Country::region),
                    new Sheet.Column<>("population", Gazetteer.Country::population),
                    new Sheet.Column<>("gdp_per_capita", Gazetteer.Country::gdpPerCapita),
                    new Sheet.Column<>("currency", Gazetteer.Country::currency),
                    new Sheet.Column<>("time_zone", Gazetteer.Country::timeZone)));

    private static final Sheet<Gazetteer.Place> PLACES = new Sheet<>(
            "places",
            List.of(
                    new Sheet.Column<>("id", Gazetteer.Place::id),
                    new Sheet.Column<>("name", Gazetteer.Place::name),
                    new Sheet.Column<>("country", Gazetteer.Place::country),
                    new Sheet.Column<>("population", Gazetteer.Place::population),
                    new Sheet.Column<>("latitude", Gazetteer.Place::latitude),
                    new Sheet.Column<>("longitude", Gazetteer.Place::longitude),
                    new Sheet.Column<>("time_zone", Gazetteer.Place::timeZone)));

    private final Countries countries;

    GazetteerApi(Countries countries) {
        this.countries = countries;
    }

    @GetMapping({
        "/api/v1/countries",
        "/api/v1/countries.csv",
        "/api/v1/countries.xlsx",
        "/countries.csv",
        "/countries.xlsx"
    })
    ResponseEntity<Lists.Answer<Gazetteer.Country>> countries(HttpServletRequest request, ListQuery query) {
        return Lists.answer(request, query, COUNTRIES, countries::list);
    }

    /** Places by the beginning of their names; all of them are too many for a sheet. */
    @GetMapping({"/api/v1/places", "/api/v1/places.csv", "/api/v1/places.xlsx"})
    ResponseEntity<Lists.Answer<Gazetteer.Place>> places(HttpServletRequest request, ListQuery query) {
        if (Lists.wantsSheet(request) && !query.isNarrowed()) {
            throw new ListQuery.BadQuery("errors.query.places", "/api/v1/places.csv?country=KR");
        }
        return Lists.answer(request, query, PLACES, countries::places);
    }
}
