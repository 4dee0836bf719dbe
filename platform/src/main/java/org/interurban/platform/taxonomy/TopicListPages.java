package org.interurban.platform.taxonomy;

import jakarta.validation.Valid;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists of topics on the screen of whoever keeps them. */
@Controller
@Requires("TOPICS_EDIT")
class TopicListPages {

    /** @param sure the lines that are meant although the list has something much like them */
    record Pasted(
            @Nullable String topics,
            @Nullable List<String> sure,
            @Nullable Boolean asked) implements Serializable {}

    private static final String LIST = "redirect:/topics?taxonomy=";

    private final TopicLists lists;
    private final TopicEntries entries;
    private final AlikeTopics alike;
    private final KeepTopics keep;
    private final Topics topics;
    private final Rights rights;

    TopicListPages(
            TopicLists lists, TopicEntries entries, AlikeTopics alike, KeepTopics keep, Topics topics, Rights rights) {
        this.lists = lists;
        this.entries = entries;
        this.alike = alike;
        this.keep = keep;
        this.topics = topics;
        this.rights = rights;
    }

    @Requires(value = "TOPICS_EDIT", network = true)
    @GetMapping("/topic-lists/new")
    String add(Model model) {
        model.addAttribute("form", TopicListForm.empty(topics.usual().isEmpty()));
        return form(null, model);
    }

    @Requires(value = "TOPICS_EDIT", network = true)
    @Once
    @PostMapping("/topic-lists/new")
    ModelAndView add(
            @Valid @ModelAttribute("form") TopicListForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        var pasted = read(form.topics(), List.of(), errors);
        if (errors.hasErrors()) {
            return Typed.again(form(null, model), model);
        }
        var sorted = alike.sort("", pasted);
        var code = keep.addList(form, sorted.with(List.of()));
        next.addFlashAttribute("notice", "taxonomy.list.added");
        return new ModelAndView(sorted.doubts().isEmpty() ? LIST + code : doubtful(code, sorted, next));
    }

    /** The lines that were asked about wait in the form for more topics. */
    private static String doubtful(String code, AlikeTopics.Sorted sorted, RedirectAttributes next) {
        var lines = sorted.doubts().stream().map(AlikeTopics.Doubt::written).toList();
        next.addFlashAttribute("form", new Pasted(String.join("\n", lines), List.of(), true));
        next.addFlashAttribute("doubts", sorted.doubts());
        return "redirect:/topic-lists/" + code + "/paste";
    }

    @GetMapping("/topic-lists/{list}/edit")
    String edit(@PathVariable String list, Model model) {
        var kept = editable(list);
        model.addAttribute("form", TopicListForm.of(kept));
        return form(kept, model);
    }

    @Once
    @PostMapping("/topic-lists/{list}/edit")
    ModelAndView edit(
            @PathVariable String list,
            @Valid @ModelAttribute("form") TopicListForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        var before = editable(list);
        if (errors.hasErrors()) {
            return Typed.again(form(before, model), model);
        }
        return switch (keep.change(before, form)) {
            case KeepTopics.Outcome.Kept<TopicList>() -> {
                next.addFlashAttribute("notice", "taxonomy.list.changed");
                yield new ModelAndView(LIST + list);
            }
            case KeepTopics.Outcome.Overtaken<TopicList>(var now) ->
                new Overtaken<>(form, TopicListForm.of(now)).again(form(now, model), model);
        };
    }

    @GetMapping("/topic-lists/{list}/paste")
    String paste(@PathVariable String list, Model model) {
        model.addAttribute("list", editable(list));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new Pasted(null, List.of(), false));
        }
        return "taxonomy/paste";
    }

    /** Adds what is new; where something is much like what stands there, it is asked about once. */
    @Once
    @PostMapping("/topic-lists/{list}/paste")
    ModelAndView paste(
            @PathVariable String list,
            @ModelAttribute("form") Pasted form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        var kept = editable(list);
        keep.alone(kept);
        var pasted = read(form.topics(), entries.of(list), errors);
        if (pasted.isEmpty() && !errors.hasErrors()) {
            errors.rejectValue("topics", "taxonomy.error.topics-needed");
        }
        model.addAttribute("list", kept);
        if (errors.hasErrors()) {
            return Typed.again("taxonomy/paste", model);
        }
        var sorted = alike.sort(list, pasted);
        var sure = Objects.requireNonNullElse(form.sure(), List.<String>of());
        if (!sorted.doubts().isEmpty() && !Boolean.TRUE.equals(form.asked())) {
            model.addAttribute("doubts", sorted.doubts());
            model.addAttribute("known", sorted.known());
            model.addAttribute("form", new Pasted(form.topics(), sure, true));
            return Typed.again("taxonomy/paste", model);
        }
        next.addFlashAttribute("notice", "taxonomy.pasted");
        next.addFlashAttribute("added", keep.paste(kept, sorted.with(sure)));
        next.addFlashAttribute("known", sorted.known());
        return new ModelAndView(LIST + list);
    }

    /** @param all what stands in the list already */
    private static List<PastedTopic> read(@Nullable String text, List<TopicEntry> all, Errors errors) {
        var pasted = PastedTopic.read(Typed.text(text));
        if (pasted.stream().flatMap(PastedTopic::texts).anyMatch(word -> word.length() > TopicEntry.LABEL_LENGTH)) {
            errors.rejectValue("topics", "taxonomy.error.too-long");
        }
        var labels = new HashMap<String, String>();
        all.forEach(entry -> labels.put(entry.code(), entry.label().original()));
        var parents = new HashMap<String, String>();
        all.forEach(entry -> parents.put(
                PastedTopic.key(entry.label().original()),
                entry.parent() == null ? "" : PastedTopic.key(labels.getOrDefault(entry.parent(), ""))));
        var misplaced = PastedTopic.misplaced(pasted, parents);
        if (!misplaced.isEmpty()) {
            errors.rejectValue("topics", "taxonomy.error.misplaced", new Object[] {String.join(", ", misplaced)}, null);
        }
        return pasted;
    }

    /** What names its topics or speaks in it, before it goes. */
    @GetMapping("/topic-lists/{list}/remove")
    String remove(@PathVariable String list, Model model) {
        var kept = editable(list);
        var all = entries.of(list);
        model.addAttribute("list", kept);
        model.addAttribute("topics", all.size());
        model.addAttribute("rests", entries.resting(list, all));
        return "taxonomy/list-remove";
    }

    @Once
    @PostMapping("/topic-lists/{list}/remove")
    String remove(@PathVariable String list, RedirectAttributes next) {
        keep.remove(editable(list));
        next.addFlashAttribute("notice", "taxonomy.list.removed");
        return "redirect:/topics";
    }

    private static String form(@Nullable TopicList list, Model model) {
        model.addAttribute("list", list);
        return "taxonomy/list-form";
    }

    private TopicList editable(String code) {
        var list = lists.seen(code).orElseThrow(() -> new NotFound("There is no list " + code));
        rights.require(TopicPermission.TOPICS_EDIT, TopicLists.scopes(list));
        return list;
    }
}
