package org.interurban.platform.directory;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.directory.MergeOrganisations.Outcome;
import org.interurban.platform.gazetteer.Gazetteer;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Two records of one city or other body side by side, to be made one. */
@Controller
@Requires(value = "DIRECTORY_EDIT", network = true)
class MergePages {

    /** What both say of one thing; what they say alike needs no choice. */
    record Field(
            String name, @Nullable String kept, @Nullable String gone) {
        public boolean isChoice() {
            return gone != null && !Objects.equals(kept, gone);
        }
    }

    private final MergeOrganisations merging;
    private final Directory directory;
    private final Gazetteer gazetteer;
    private final Labels labels;

    MergePages(MergeOrganisations merging, Directory directory, Gazetteer gazetteer, Labels labels) {
        this.merging = merging;
        this.directory = directory;
        this.gazetteer = gazetteer;
        this.labels = labels;
    }

    /** @param with code or any name of the other record; empty to be offered those that may be the same */
    @GetMapping("/{list:cities|organisations}/{code}/merge")
    String compare(
            @PathVariable String list,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String with,
            Model model,
            Locale locale) {
        var kept = entry(code, locale);
        model.addAttribute("kept", kept);
        model.addAttribute("with", with);
        var other = with.isBlank() ? null : other(with, locale);
        if (other == null || other.id().equals(kept.id())) {
            model.addAttribute("unknown", !with.isBlank());
            model.addAttribute("alike", merging.alike(kept.id(), locale));
            return "directory/merge";
        }
        var one = merging.find(kept.id()).orElseThrow(() -> new NotFound(code));
        var two = merging.find(other.id()).orElseThrow(() -> new NotFound(with));
        model.addAttribute("other", other);
        model.addAttribute("versions", List.of(one.version(), two.version()));
        model.addAttribute(
                "fields",
                MergeOrganisations.FIELDS.stream()
                        .map(field -> new Field(field, said(one, field, locale), said(two, field, locale)))
                        .filter(field -> field.kept() != null || field.gone() != null)
                        .toList());
        return "directory/merge";
    }

    @Once
    @PostMapping("/{list:cities|organisations}/{code}/merge")
    ModelAndView merge(
            @PathVariable String code,
            @RequestParam String other,
            @RequestParam int version,
            @RequestParam int otherVersion,
            @RequestParam(defaultValue = "") Set<String> take,
            RedirectAttributes next,
            Locale locale) {
        var kept = entry(code, locale);
        var gone = entry(other, locale);
        return switch (merging.merge(kept.id(), version, gone.id(), otherVersion, take)) {
            case Outcome.Merged() -> {
                next.addFlashAttribute("notice", "directory.merge.done");
                yield new ModelAndView("redirect:" + kept.link());
            }
            case Outcome.Overtaken() -> {
                next.addAttribute("with", other);
                yield Refusal.saying("directory.merge.overtaken", kept.link() + "/merge", next);
            }
            case Outcome.Apart(var tables) -> {
                next.addAttribute("with", other);
                next.addFlashAttribute(
                        "apart",
                        List.copyOf(
                                labels.of("directory.merge.in", tables, locale).values()));
                yield new Refusal(kept.link() + "/merge");
            }
        };
    }

    private Directory.Entry entry(String code, Locale locale) {
        return directory.find(code, locale).orElseThrow(() -> new NotFound(code));
    }

    private Directory.@Nullable Entry other(String with, Locale locale) {
        var coded = directory.find(with, locale);
        if (coded.isPresent()) {
            return coded.get();
        }
        return directory.findByName(with, locale) instanceof Directory.Match.Known(var entry) ? entry : null;
    }

    private @Nullable String said(Organisation record, String field, Locale locale) {
        return switch (field) {
            case "name" -> record.name();
            case "kind" -> labels.of("directory.kind", record.kind().code());
            case "official-name" -> record.officialName();
            case "abbreviation" -> record.abbreviation();
            case "country" ->
                record.country() == null ? null : gazetteer.countryNames(locale).get(record.country());
            case "local-name" -> record.localName();
            case "position" ->
                record.latitude() == null
                        ? null
                        : record.latitude() + ", " + record.longitude() + zone(record.timeZone());
            case "population" -> text(record.population(), people -> people.text(locale));
            case "website" -> text(record.website(), Object::toString);
            case "description" -> record.description();
            default -> record.note();
        };
    }

    private static String zone(@Nullable String zone) {
        return zone == null ? "" : ", " + zone;
    }

    private static <T> @Nullable String text(@Nullable T value, Function<T, String> words) {
        return value == null ? null : words.apply(value);
    }
}
