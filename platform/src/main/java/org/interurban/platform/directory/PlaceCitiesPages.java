package org.interurban.platform.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.gazetteer.Gazetteer;
import org.interurban.platform.web.Once;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cities that came without a place on the map, each with the places that it can be. */
@Controller
@Requires(value = "DIRECTORY_EDIT", network = true)
class PlaceCitiesPages {

    private final PlaceCities places;
    private final Gazetteer gazetteer;

    PlaceCitiesPages(PlaceCities places, Gazetteer gazetteer) {
        this.places = places;
        this.gazetteer = gazetteer;
    }

    @GetMapping("/cities/places")
    String unplaced(Model model, Locale locale) {
        var cities = places.unplaced(locale);
        model.addAttribute("cities", cities);
        model.addAttribute("all", places.count());
        model.addAttribute(
                "certain", cities.stream().filter(PlaceCities.Unplaced::certain).toList());
        model.addAttribute("countries", gazetteer.countryNames(locale));
        return "directory/places";
    }

    /** @param place each a city's code and the number of its place, with a space between them; others are passed over */
    @Once
    @PostMapping("/cities/places")
    String place(@RequestParam(defaultValue = "") List<String> place, RedirectAttributes next) {
        var wanted = new LinkedHashMap<String, Long>();
        for (var one : place) {
            var parts = one.split(" ");
            if (parts.length == 2 && parts[1].matches("[0-9]{1,12}")) {
                wanted.put(parts[0], Long.valueOf(parts[1]));
            }
        }
        var placed = places.place(wanted);
        next.addFlashAttribute("notice", placed == 0 ? "directory.places.nothing" : "directory.places.done");
        return "redirect:/cities/places";
    }
}
