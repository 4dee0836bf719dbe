package org.interurban.platform.people;

import java.util.Set;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.people.MergePeople.Outcome;
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

/** Two records of one person side by side, to be made one. */
@Controller
@Requires(value = "CONTACTS_EDIT", network = true)
class MergePeoplePages {

    private final MergePeople merging;

    MergePeoplePages(MergePeople merging) {
        this.merging = merging;
    }

    /** @param with the other record; without it those are offered that may be the same */
    @GetMapping("/people/{id}/merge")
    String compare(@PathVariable PersonId id, @RequestParam(required = false) @Nullable PersonId with, Model model) {
        model.addAttribute("kept", person(id));
        model.addAttribute("fields", MergePeople.FIELDS);
        if (with == null) {
            model.addAttribute("alike", merging.alike(id));
        } else {
            model.addAttribute("gone", person(with));
        }
        return "people/merge";
    }

    @Once
    @PostMapping("/people/{id}/merge")
    ModelAndView merge(
            @PathVariable PersonId id,
            @RequestParam PersonId with,
            @RequestParam String version,
            @RequestParam String otherVersion,
            @RequestParam(defaultValue = "") Set<String> take,
            RedirectAttributes next) {
        var page = "/people/" + id.value() + "/merge";
        return switch (merging.merge(id, version, with, otherVersion, take)) {
            case Outcome.Merged() -> {
                next.addFlashAttribute("notice", "people.merge.done");
                yield new ModelAndView("redirect:" + page);
            }
            case Outcome.Overtaken() -> {
                next.addAttribute("with", with.value());
                next.addFlashAttribute("notice", "directory.merge.overtaken");
                next.addFlashAttribute("noticeKind", "warn");
                yield new Refusal(page);
            }
            case Outcome.Apart(var tables) -> {
                next.addAttribute("with", with.value());
                next.addFlashAttribute("apart", tables);
                yield new Refusal(page);
            }
        };
    }

    private MergePeople.Person person(PersonId id) {
        return merging.find(id).orElseThrow(() -> new NotFound(id.value().toString()));
    }
}
