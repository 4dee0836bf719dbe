package org.interurban.platform.sources;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.sources.ChooseReading.Outcome;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where documents disagree: for those who work on the records. */
@Controller
@Requires(value = "RECORDS_READ", network = true)
class QuestionPages {

    private static final int REASON_LENGTH = 500;

    /** @param version of the question as it was shown */
    record Choice(
            @NotBlank(message = "{sources.reading.missing}") @Nullable
            String reading,

            @NotBlank(message = "{sources.reason.missing}")
            @Size(max = REASON_LENGTH, message = "{sources.reason.long}")
            @Nullable
            String reason,

            @Nullable Integer version) {

        /** As the question is decided at present. */
        static Choice of(Questions.Question question) {
            var chosen =
                    question.readings().stream().filter(Sources.Reading::chosen).findFirst();
            return new Choice(
                    question.chosenLetter(), chosen.map(Sources.Reading::reason).orElse(null), question.version());
        }
    }

    private final Questions questions;
    private final ChooseReading chooseReading;
    private final Rights rights;

    QuestionPages(Questions questions, ChooseReading chooseReading, Rights rights) {
        this.questions = questions;
        this.chooseReading = chooseReading;
        this.rights = rights;
    }

    @InMenu(atWork = true, place = 130, words = "sources.questions", section = "questions", holding = "RECORDS_READ")
    @GetMapping("/questions")
    String list(ListQuery query, Model model) {
        model.addAttribute("slice", questions.list(query));
        return "sources/questions";
    }

    @GetMapping("/questions/{code}")
    ModelAndView show(@PathVariable String code) {
        var question = question(code);
        return page(question, new Choice(question.chosenLetter(), null, question.version()));
    }

    @Once
    @PostMapping("/questions/{code}")
    @Requires(value = "READINGS_CHOOSE", network = true)
    ModelAndView choose(
            @PathVariable String code,
            @Valid @ModelAttribute("form") Choice choice,
            BindingResult errors,
            RedirectAttributes redirect) {
        var question = question(code);
        if (errors.hasErrors() || choice.reading() == null || choice.reason() == null) {
            var page = page(question, choice);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var version = choice.version() == null ? -1 : choice.version();
        return switch (chooseReading.choose(
                code, choice.reading(), choice.reason().strip(), version)) {
            case Outcome.Chosen() -> {
                redirect.addFlashAttribute("notice", "sources.chosen");
                yield new ModelAndView("redirect:/questions/" + code);
            }
            case Outcome.Overtaken(var now) -> new Overtaken<>(choice, Choice.of(now)).again(page(now, choice));
            case Outcome.Unknown() -> throw new NotFound(code);
        };
    }

    private Questions.Question question(String code) {
        return questions.find(code).orElseThrow(() -> new NotFound(code));
    }

    private ModelAndView page(Questions.Question question, Choice choice) {
        var page = new ModelAndView("sources/question");
        page.addObject("question", question);
        page.addObject("form", choice);
        var readings = new LinkedHashMap<String, String>();
        question.readings().forEach(reading -> readings.put(reading.letter(), reading.statement()));
        page.addObject("readings", readings);
        page.addObject("mayChoose", rights.may(SourcePermission.READINGS_CHOOSE));
        return page;
    }
}
