package org.interurban.platform.sources;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sources.Sources.Subject;
import org.interurban.platform.web.Chosen;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What of a record was concluded and not read: for those who work on the records. */
@Controller
@Requires(value = "RECORDS_READ", network = true)
@RequestMapping("/conclusions/{kind}/{code}")
class ConclusionPages {

    /** One conclusion, as it is typed. */
    record Entry(
            @Chosen(
                    value = Conclusion.About.class,
                    words = "sources.about",
                    message = "{sources.conclusion.about.missing}")
            @Nullable
            String about,

            @NotBlank(message = "{sources.conclusion.note.missing}")
            @Size(max = Conclusion.NOTE_LENGTH, message = "{sources.conclusion.note.long}")
            @Nullable
            String note) {

        Conclusion toConclusion() {
            return new Conclusion(
                    Coded.of(Conclusion.About.class, Objects.requireNonNull(about)),
                    Objects.requireNonNull(note).strip());
        }
    }

    private final Conclusions conclusions;
    private final KeepConclusion keep;
    private final Labels labels;
    private final Rights rights;

    ConclusionPages(Conclusions conclusions, KeepConclusion keep, Labels labels, Rights rights) {
        this.conclusions = conclusions;
        this.keep = keep;
        this.labels = labels;
        this.rights = rights;
    }

    @GetMapping
    ModelAndView show(@PathVariable String kind, @PathVariable String code, Model model, Locale locale) {
        model.addAttribute(
                "form", new Entry((String) model.getAttribute("takenAbout"), (String) model.getAttribute("takenNote")));
        return page(new Subject(kind, code), locale);
    }

    @Once
    @PostMapping
    @Requires(value = "READINGS_CHOOSE", network = true)
    ModelAndView keep(
            @PathVariable String kind,
            @PathVariable String code,
            @Valid @ModelAttribute("form") Entry form,
            BindingResult errors,
            RedirectAttributes next,
            Locale locale) {
        var subject = new Subject(kind, code);
        if (errors.hasErrors()) {
            var page = page(subject, locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        if (!keep.keep(subject, form.toConclusion())) {
            throw new NotFound("There is no %s %s".formatted(kind, code));
        }
        next.addFlashAttribute("notice", "sources.conclusion.kept");
        return again(subject);
    }

    /** What stood there is in the form again, so that one press brings it back. */
    @Once
    @PostMapping("/withdraw")
    @Requires(value = "READINGS_CHOOSE", network = true)
    ModelAndView withdraw(
            @PathVariable String kind, @PathVariable String code, @RequestParam String about, RedirectAttributes next) {
        var subject = new Subject(kind, code);
        Stream.of(Conclusion.About.values())
                .filter(part -> part.code().equals(about))
                .flatMap(part -> keep.withdraw(subject, part).stream())
                .forEach(taken -> {
                    next.addFlashAttribute("takenAbout", taken.about().code());
                    next.addFlashAttribute("takenNote", taken.note());
                    next.addFlashAttribute("notice", "sources.conclusion.withdrawn");
                });
        return again(subject);
    }

    private static ModelAndView again(Subject subject) {
        return new ModelAndView("redirect:/conclusions/%s/%s".formatted(subject.kind(), subject.code()));
    }

    private ModelAndView page(Subject subject, Locale locale) {
        var name = conclusions
                .name(subject, locale)
                .orElseThrow(() -> new NotFound("There is no %s %s".formatted(subject.kind(), subject.code())));
        var page = new ModelAndView("sources/conclusions");
        page.addObject("subject", subject);
        page.addObject("name", name);
        page.addObject(
                "conclusions",
                conclusions.of(List.of(subject)).values().stream()
                        .flatMap(List::stream)
                        .toList());
        page.addObject("abouts", labels.of("sources.about", Coded.codes(Conclusion.About.class), locale));
        page.addObject("mayKeep", rights.may(SourcePermission.READINGS_CHOOSE));
        return page;
    }
}
