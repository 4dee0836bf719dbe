package org.interurban.platform.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.interurban.platform.audit.AuditPermission;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.directory.KeepOrganisation.Outcome;
import org.interurban.platform.gazetteer.Extents;
import org.interurban.platform.gazetteer.Gazetteer;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Forms for cities and other organisations. */
@Controller
@Requires(value = "DIRECTORY_EDIT", network = true)
class OrganisationEditPages {

    private static final OrganisationForm EMPTY = new OrganisationForm(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null);

    private static OrganisationForm named(String name) {
        return new OrganisationForm(
                name, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }

    private final Directory directory;
    private final Organisations organisations;
    private final OrganisationPosts posts;
    private final KeepOrganisation keep;
    private final Gazetteer gazetteer;
    private final PlaceCities places;
    private final Extents extents;
    private final Rights rights;
    private final Labels labels;

    OrganisationEditPages(
            Directory directory,
            Organisations organisations,
            OrganisationPosts posts,
            KeepOrganisation keep,
            Gazetteer gazetteer,
            PlaceCities places,
            Extents extents,
            Rights rights,
            Labels labels) {
        this.directory = directory;
        this.organisations = organisations;
        this.posts = posts;
        this.keep = keep;
        this.gazetteer = gazetteer;
        this.places = places;
        this.extents = extents;
        this.rights = rights;
        this.labels = labels;
    }

    @GetMapping({"/cities/new", "/organisations/new"})
    ModelAndView add(HttpServletRequest request, Locale locale) {
        var name = request.getParameter("name");
        return page(list(request), null, locale).addObject("form", name == null ? EMPTY : named(name));
    }

    @Once
    @PostMapping({"/cities/new", "/organisations/new"})
    ModelAndView add(
            HttpServletRequest request,
            @Valid @ModelAttribute("form") OrganisationForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Locale locale) {
        var list = list(request);
        var wanted = read(OrganisationId.next(), Names.code(Typed.text(form.name())), list, null, form, errors);
        if (wanted.isEmpty()) {
            return wrong(list, null, locale);
        }
        return switch (keep.add(wanted.get(), Boolean.TRUE.equals(form.another()))) {
            case Outcome.Kept(var code) -> added(list, code, redirect, locale);
            case Outcome.Known(var entry) -> {
                errors.rejectValue(
                        "another", "directory.error.known", new Object[] {entry.name(), entry.code()}, entry.name());
                yield wrong(list, null, locale).addObject("known", entry);
            }
            case Outcome.Overtaken(), Outcome.Unknown() -> throw new IllegalStateException("A new record");
        };
    }

    @Once
    @PostMapping("/{list:cities|organisations}/{code}/listed")
    ModelAndView show(@PathVariable String list, @PathVariable String code, RedirectAttributes redirect) {
        return switch (keep.list(code)) {
            case Outcome.Kept(var kept) -> kept(list, kept, "directory.listed", redirect);
            case Outcome.Unknown() -> throw new NotFound(code);
            case Outcome.Known _, Outcome.Overtaken() -> throw new IllegalStateException(code);
        };
    }

    @GetMapping("/{list:cities|organisations}/{code}/edit")
    ModelAndView edit(@PathVariable String list, @PathVariable String code, Locale locale) {
        return page(list, code, locale).addObject("form", form(code));
    }

    @Once
    @PostMapping("/{list:cities|organisations}/{code}/edit")
    ModelAndView edit(
            @PathVariable String list,
            @PathVariable String code,
            @Valid @ModelAttribute("form") OrganisationForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Locale locale) {
        var id = directory.idOf(code).orElseThrow(() -> new NotFound(code));
        var population = organisations.population(id).orElse(null);
        var wanted = read(id, code, list, population, form, errors);
        if (wanted.isEmpty()) {
            return wrong(list, code, locale);
        }
        return switch (keep.change(wanted.get())) {
            case Outcome.Kept(var kept) -> kept(list, kept, "directory.changed", redirect);
            case Outcome.Overtaken() -> new Overtaken<>(form, form(code)).again(page(list, code, locale));
            case Outcome.Unknown() -> throw new NotFound(code);
            case Outcome.Known(var entry) -> throw new IllegalStateException("An old record " + entry.code());
        };
    }

    @Once
    @PostMapping("/{list:cities|organisations}/{code}/take-back")
    ModelAndView takeBack(
            @PathVariable String list,
            @PathVariable String code,
            @RequestParam int version,
            RedirectAttributes redirect) {
        return switch (keep.takeBack(code, version)) {
            case Outcome.Kept(var kept) -> kept(list, kept, "directory.taken-back", redirect);
            case Outcome.Overtaken() -> Overtaken.leads("/" + list + "/" + code + "/edit", redirect);
            case Outcome.Unknown() -> throw new NotFound(code);
            case Outcome.Known(var entry) -> throw new IllegalStateException("An old record " + entry.code());
        };
    }

    private Optional<Organisation> read(
            OrganisationId id,
            String code,
            String list,
            @Nullable Quantity population,
            OrganisationForm form,
            BindingResult errors) {
        var country = Typed.textOrNull(form.country());
        if (country != null && !gazetteer.countryNames(Locale.ROOT).containsKey(country)) {
            errors.rejectValue("country", "directory.error.country");
        }
        return form.read(id, code, list.equals("cities"), population, errors)
                .filter(wanted ->
                        liesInItsCountry(wanted, organisations.form(code).orElse(EMPTY), form, errors));
    }

    /** Asked where the point or the country is new, so that nobody has to explain what stands. */
    private boolean liesInItsCountry(
            Organisation wanted, OrganisationForm before, OrganisationForm form, BindingResult errors) {
        if (wanted.country() == null
                || wanted.latitude() == null
                || wanted.longitude() == null
                || form.isWhere(before)) {
            return true;
        }
        var fault =
                Organisation.outside(extents.of(wanted.country()).orElse(null), wanted.latitude(), wanted.longitude());
        fault.ifPresent(one -> errors.rejectValue(one.component(), one.message()));
        return fault.isEmpty();
    }

    /** Where several places have the name, somebody says which it is. */
    private ModelAndView added(String list, String code, RedirectAttributes redirect, Locale locale) {
        if (places.unplaced(code, locale)
                .filter(city -> !city.places().isEmpty())
                .isPresent()) {
            redirect.addFlashAttribute("notice", "directory.added.which-place");
            return new ModelAndView("redirect:/cities/places#" + code);
        }
        return kept(list, code, "directory.added", redirect);
    }

    private static ModelAndView kept(String list, String code, String notice, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/" + list + "/" + code);
    }

    private OrganisationForm form(String code) {
        return organisations.form(code).orElseThrow(() -> new NotFound(code));
    }

    private static String list(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/cities") ? "cities" : "organisations";
    }

    /** The form as it was sent, which is in the model with its errors already. */
    private ModelAndView wrong(String list, @Nullable String code, Locale locale) {
        var page = page(list, code, locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(String list, @Nullable String code, Locale locale) {
        var page = new ModelAndView("directory/form");
        page.addObject("list", list);
        page.addObject("code", code);
        page.addObject("kinds", labels.of("directory.kind", kinds(list), locale));
        page.addObject("scopes", labels.of("directory.scope", scopes(code), locale));
        page.addObject("countries", gazetteer.countryNames(locale));
        page.addObject("zones", gazetteer.zones());
        page.addObject("mayTakeBack", code != null && organisations.wasChanged(code));
        var id = code == null ? null : directory.idOf(code).orElse(null);
        page.addObject("historyId", id != null && rights.may(AuditPermission.AUDIT_TRAIL) ? id.value() : null);
        page.addObject("posts", id == null ? List.of() : posts.of(id));
        return page;
    }

    /** The usual ones, and the one that the record has. */
    private Set<String> scopes(@Nullable String code) {
        var scopes = new LinkedHashSet<>(Organisation.SCOPES);
        Optional.ofNullable(code)
                .flatMap(organisations::form)
                .map(OrganisationForm::populationScope)
                .ifPresent(scopes::add);
        return scopes;
    }

    private static List<String> kinds(String list) {
        var cities = List.of(
                OrganisationKind.CITY,
                OrganisationKind.DISTRICT,
                OrganisationKind.COUNTY,
                OrganisationKind.REGENCY,
                OrganisationKind.REGION,
                OrganisationKind.ALLIANCE,
                OrganisationKind.METROPOLITAN_AUTHORITY,
                OrganisationKind.AUTHORITY,
                OrganisationKind.NOT_STATED);
        return Arrays.stream(OrganisationKind.values())
                .filter(kind -> kind == OrganisationKind.NOT_STATED || list.equals("cities") == cities.contains(kind))
                .map(OrganisationKind::code)
                .collect(Collectors.toList());
    }
}
