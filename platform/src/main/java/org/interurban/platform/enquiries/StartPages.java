package org.interurban.platform.enquiries;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Open;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.gazetteer.Gazetteer;
import org.interurban.platform.taxonomy.Topics;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The way in for a city that has no account: it is found, says what it offers and seeks, and confirms its address. */
@Controller
@Open
class StartPages {

    private static final int PLACES = 12;

    /** @param countryName in the reader's language, with the part of the world */
    record Found(Gazetteer.Place place, String countryName) {}

    private final AskToComeIn ask;
    private final Gazetteer gazetteer;
    private final Directory directory;
    private final Topics topics;

    StartPages(AskToComeIn ask, Gazetteer gazetteer, Directory directory, Topics topics) {
        this.ask = ask;
        this.gazetteer = gazetteer;
        this.directory = directory;
        this.topics = topics;
    }

    /** @param named whether the city is not in the list of places and stands by its name alone */
    @GetMapping("/start")
    String start(
            @RequestParam(defaultValue = "") String city,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "false") boolean named,
            Model model,
            Locale locale) {
        var known = place == null ? null : gazetteer.place(place).orElse(null);
        if (known != null || named && !city.isBlank()) {
            model.addAttribute("form", EnquiryForm.empty(known, city.strip()));
            return form(known, model, locale);
        }
        model.addAttribute("city", city.strip());
        model.addAttribute("found", city.isBlank() ? List.of() : found(city.strip(), locale));
        return "enquiries/city";
    }

    private List<Found> found(String city, Locale locale) {
        var countries = gazetteer.countries(locale).stream()
                .collect(Collectors.toMap(Gazetteer.Country::code, country -> country, (one, other) -> one));
        var places = gazetteer.places(city, null, PLACES);
        var called = places.isEmpty() ? knownAs(city) : places;
        return called.stream()
                .map(place -> new Found(place, told(countries.get(place.country()), place)))
                .toList();
    }

    /** The directory knows its cities by the names of other languages and scripts, too. */
    private List<Gazetteer.Place> knownAs(String city) {
        return directory.findByName(city, Locale.ENGLISH) instanceof Directory.Match.Known(var entry)
                ? gazetteer.places(entry.name(), entry.country(), PLACES)
                : List.of();
    }

    private static String told(Gazetteer.@Nullable Country country, Gazetteer.Place place) {
        if (country == null) {
            return place.country();
        }
        return country.region() == null ? country.name() : country.name() + " · " + country.region();
    }

    @PostMapping("/start")
    ModelAndView start(
            @Valid @ModelAttribute("form") EnquiryForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var place = place(form);
        var choice = topics(locale);
        form.check(errors, choice, gazetteer.countryNames(locale));
        if (errors.hasErrors()) {
            return Typed.again(form(place, model, locale), model);
        }
        if (form.isOfAMachine()) {
            return new ModelAndView("redirect:/start/sent");
        }
        return switch (ask.ask(form, place, choice, request.getRemoteAddr(), locale)) {
            case AskToComeIn.Outcome.LookInYourMail() -> new ModelAndView("redirect:/start/sent");
            case AskToComeIn.Outcome.TooOften() -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "3600");
                model.addAttribute("often", true);
                yield new ModelAndView(form(place, model, locale), model.asMap(), HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    /** The place that was chosen, as long as the city is called so still. */
    private Gazetteer.@Nullable Place place(EnquiryForm form) {
        return form.place() == null
                ? null
                : gazetteer
                        .place(form.place())
                        .filter(place -> place.name().equalsIgnoreCase(form.cityName()))
                        .filter(place -> place.country().equals(Objects.requireNonNullElse(form.country(), "")))
                        .orElse(null);
    }

    @GetMapping("/start/sent")
    String sent(Model model) {
        return thanks("enquiries.sent", model);
    }

    /** Opening the link uses nothing up, since scanners of mail open it too; its button does. */
    @GetMapping("/start/confirm")
    String confirm(
            @RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response, Locale locale) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue()); // its address is a key
        var enquiry = ask.unconfirmed(token, locale);
        if (enquiry.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
        }
        model.addAttribute("token", token);
        model.addAttribute("enquiry", enquiry.orElse(null));
        return "enquiries/confirm";
    }

    @PostMapping("/start/confirm")
    ModelAndView confirm(@RequestParam(defaultValue = "") String token, Model model, Locale locale) {
        if (!ask.confirm(token, locale)) {
            model.addAttribute("enquiry", null);
            return new ModelAndView("enquiries/confirm", model.asMap(), HttpStatus.GONE);
        }
        return new ModelAndView("redirect:/start/confirmed");
    }

    @GetMapping("/start/confirmed")
    String confirmed(Model model) {
        return thanks("enquiries.confirmed", model);
    }

    private static String thanks(String words, Model model) {
        model.addAttribute("words", words);
        return "enquiries/thanks";
    }

    private String form(Gazetteer.@Nullable Place place, Model model, Locale locale) {
        model.addAttribute("place", place);
        model.addAttribute("countries", gazetteer.countryNames(locale));
        model.addAttribute(
                "where",
                place == null
                        ? null
                        : told(gazetteer.country(place.country(), locale).orElse(null), place));
        var labels = new LinkedHashMap<String, String>();
        topics(locale).forEach((name, topic) -> labels.put(name, topic.label()));
        model.addAttribute("topics", labels);
        return "enquiries/start";
    }

    /** The topics of the usual list by name. */
    private Map<String, Topics.Topic> topics(Locale locale) {
        var all = new LinkedHashMap<String, Topics.Topic>();
        topics.usual().ifPresent(list -> topics.of(list, locale).forEach(topic -> all.put(topic.name(), topic)));
        return all;
    }
}
