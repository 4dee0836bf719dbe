package org.interurban.platform.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.drawing.RouteMap;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.PageOf;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of cities and of other organisations, and the page of an organisation that is no city. */
@Controller
@Open
class OrganisationPages {

    private final Organisations organisations;
    private final Profiles profiles;
    private final ObjectProvider<OrganisationLinks> links;
    private final Rights rights;
    private final PlaceCities places;

    OrganisationPages(
            Organisations organisations,
            Profiles profiles,
            ObjectProvider<OrganisationLinks> links,
            Rights rights,
            PlaceCities places) {
        this.organisations = organisations;
        this.profiles = profiles;
        this.links = links;
        this.rights = rights;
        this.places = places;
    }

    @InMenu(atWork = true, place = 70, words = "directory.menu", section = "cities")
    @InMenu(atWork = false, place = 30, words = "directory.menu", section = "cities")
    @GetMapping("/cities")
    String cities(ListQuery query, @RequestParam(defaultValue = "") String view, Model model) {
        if (view.equals("map")) {
            var cities = organisations.list(true, query.whole()).items();
            model.addAttribute("map", RouteMap.dots("/cities/", cities));
            model.addAttribute(
                    "offTheMap",
                    cities.stream().filter(city -> city.latitude() == null).count());
        }
        return list(true, query, model, "directory/cities");
    }

    @GetMapping("/organisations")
    String organisations(ListQuery query, Model model) {
        return list(false, query, model, "directory/organisations");
    }

    private String list(boolean cities, ListQuery query, Model model, String view) {
        model.addAttribute("slice", organisations.list(cities, query));
        var mayEdit = rights.may(DirectoryPermission.DIRECTORY_EDIT);
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("unplaced", cities && mayEdit ? places.count() : 0);
        return view;
    }

    @PageOf("organisation")
    @GetMapping("/organisations/{code}")
    String show(@PathVariable String code, Locale locale, Model model) {
        var profile = profiles.find(code, locale).orElseThrow(() -> new NotFound(code));
        if (profile.city()) {
            return "redirect:/cities/" + code;
        }
        model.addAttribute("organisation", profile);
        model.addAttribute("said", said(profile));
        model.addAttribute("mentions", mentions(profile, locale));
        model.addAttribute("mayEdit", rights.may(DirectoryPermission.DIRECTORY_EDIT));
        return "directory/organisation";
    }

    /** In the vocabulary of schema.org. */
    private static Map<String, Object> said(Profile profile) {
        var said = new HashMap<String, Object>();
        said.put("@type", "Organization");
        if (profile.description() != null) {
            said.put("description", profile.description());
        }
        if (profile.website() != null) {
            said.put("sameAs", profile.website());
        }
        return said;
    }

    private List<OrganisationLinks.Mention> mentions(Profile profile, Locale locale) {
        return links.stream()
                .flatMap(module -> module.of(profile.id(), locale).stream())
                .toList();
    }
}
