package org.interurban.platform.taxonomy;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Topics on the screen of whoever keeps their list. */
@Controller
@Requires("TOPICS_EDIT")
class TopicEditPages {

    private final TopicLists lists;
    private final TopicEntries entries;
    private final KeepTopics keep;
    private final Rights rights;

    TopicEditPages(TopicLists lists, TopicEntries entries, KeepTopics keep, Rights rights) {
        this.lists = lists;
        this.entries = entries;
        this.keep = keep;
        this.rights = rights;
    }

    @GetMapping("/topic-lists/{list}/topics/new")
    String add(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable String parent,
            Model model,
            Locale locale) {
        var kept = editable(list);
        var all = entries.of(list);
        model.addAttribute(
                "form",
                TopicForm.empty(list, parent, all.isEmpty() ? "" : all.getLast().code()));
        return form(kept, null, all, model, locale);
    }

    @Once
    @PostMapping("/topic-lists/{list}/topics/new")
    ModelAndView add(
            @PathVariable String list,
            @Valid @ModelAttribute("form") TopicForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var kept = editable(list);
        keep.alone(kept);
        var all = entries.of(list);
        var entry = form.read(
                null, kept, keep.freeCode(kept, Typed.text(form.label().original())), all, errors);
        if (entry.isEmpty()) {
            return Typed.again(form(kept, null, all, model, locale), model);
        }
        keep.add(kept, entry.get(), form.place());
        next.addFlashAttribute("notice", "taxonomy.topic.added");
        return new ModelAndView(page(entry.get()));
    }

    @GetMapping("/topic-lists/{list}/topics/{code}/edit")
    String edit(@PathVariable String list, @PathVariable String code, Model model, Locale locale) {
        var kept = editable(list);
        var all = entries.of(list);
        var entry = entry(all, code);
        model.addAttribute("form", TopicForm.of(entry, before(all, entry)));
        return form(kept, entry, all, model, locale);
    }

    @Once
    @PostMapping("/topic-lists/{list}/topics/{code}/edit")
    ModelAndView edit(
            @PathVariable String list,
            @PathVariable String code,
            @Valid @ModelAttribute("form") TopicForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var kept = editable(list);
        keep.alone(kept);
        var all = entries.of(list);
        var before = entry(all, code);
        var wanted = form.read(before, kept, code, all, errors);
        if (wanted.isEmpty()) {
            return Typed.again(form(kept, before, all, model, locale), model);
        }
        return switch (keep.change(kept, wanted.get(), form.place())) {
            case KeepTopics.Outcome.Kept<TopicEntry>() -> {
                next.addFlashAttribute("notice", "taxonomy.topic.changed");
                yield new ModelAndView(page(before));
            }
            case KeepTopics.Outcome.Overtaken<TopicEntry>(var now) ->
                new Overtaken<>(form, TopicForm.of(now, before(all, now)))
                        .again(form(kept, now, all, model, locale), model);
        };
    }

    /** What names it, before it goes or becomes one with another. */
    @GetMapping("/topic-lists/{list}/topics/{code}/remove")
    String remove(@PathVariable String list, @PathVariable String code, Model model, Locale locale) {
        var kept = editable(list);
        var all = entries.of(list);
        var entry = entry(all, code);
        model.addAttribute("list", kept);
        model.addAttribute("entry", entry);
        model.addAttribute("others", others(all, Set.of(code), locale));
        model.addAttribute("rests", entries.resting("", List.of(entry)));
        return "taxonomy/topic-remove";
    }

    /** @param into the code of the topic with which it becomes one; empty where it goes */
    @Once
    @PostMapping("/topic-lists/{list}/topics/{code}/remove")
    String remove(
            @PathVariable String list,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String into,
            RedirectAttributes next) {
        var kept = editable(list);
        var all = entries.of(list);
        var entry = entry(all, code);
        if (into.isBlank() || into.equals(code)) {
            keep.remove(kept, entry);
            next.addFlashAttribute("notice", "taxonomy.topic.removed");
            return "redirect:/topics?taxonomy=" + list;
        }
        var other = entry(all, into);
        keep.merge(kept, entry, other);
        next.addFlashAttribute("notice", "taxonomy.topic.merged");
        return page(other);
    }

    private static String page(TopicEntry entry) {
        return "redirect:/topics/" + entry.list() + "/" + entry.code();
    }

    private String form(TopicList list, @Nullable TopicEntry entry, List<TopicEntry> all, Model model, Locale locale) {
        model.addAttribute("list", list);
        model.addAttribute("entry", entry);
        model.addAttribute("parents", others(all, entry == null ? Set.of() : TopicForm.below(entry, all), locale));
        model.addAttribute("others", others(all, entry == null ? Set.of() : Set.of(entry.code()), locale));
        return "taxonomy/topic-form";
    }

    private static Map<String, String> others(List<TopicEntry> all, Set<String> without, Locale locale) {
        var others = new LinkedHashMap<String, String>();
        all.stream()
                .filter(one -> !without.contains(one.code()))
                .forEach(one -> others.put(one.code(), one.label().in(locale)));
        return others;
    }

    /** The code of the one that stands before it; empty where it is the first. */
    private static String before(List<TopicEntry> all, TopicEntry entry) {
        var codes = all.stream().map(TopicEntry::code).toList();
        var place = codes.indexOf(entry.code());
        return place < 1 ? "" : codes.get(place - 1);
    }

    private static TopicEntry entry(List<TopicEntry> all, String code) {
        return all.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("The list has no topic " + code));
    }

    private TopicList editable(String code) {
        var list = lists.seen(code).orElseThrow(() -> new NotFound("There is no list " + code));
        rights.require(TopicPermission.TOPICS_EDIT, TopicLists.scopes(list));
        return list;
    }
}
