package org.interurban.platform.web;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A form whose record somebody else saved since it was opened. It is shown again with what was typed, beside each field what stands
 * now, and with the version that stands now, so that sending it once more is a choice made in knowledge of the other's change.
 *
 * @param typed what was sent; its components {@code version} and {@code seen} say from which state of the record
 * @param now the same form as it opens now
 */
public record Overtaken<F extends Record>(F typed, F now) {

    private static final String FORM = "form";

    /** What a form says of the state from which it was filled in, besides what was typed. */
    private static final Set<String> STATE = Set.of("version", "seen");

    public ModelAndView again(String view, Model model) {
        return again(new ModelAndView(view, model.asMap()));
    }

    /** To the page that shows what stands now, where nothing was typed that could be shown again. */
    public static Refusal leads(String address, RedirectAttributes next) {
        return Refusal.saying("components.overtaken.look", address, next);
    }

    /** The page of the form, open once more. */
    public ModelAndView again(ModelAndView page) {
        var form = onWhatStands();
        page.addObject(FORM, form);
        page.addObject(BindingResult.MODEL_KEY_PREFIX + FORM, new BeanPropertyBindingResult(form, FORM));
        page.addObject("overtaken", differences());
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    /** What was typed, as a change of what stands now. */
    F onWhatStands() {
        var values = Arrays.stream(typed.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> value(STATE.contains(name) ? now : typed, name))
                .toArray();
        @SuppressWarnings("unchecked") // the only constructor of a record of this class
        var constructor = (Constructor<F>) BeanUtils.getResolvableConstructor(typed.getClass());
        return BeanUtils.instantiateClass(constructor, values);
    }

    /** What stands now, by field, where something else was typed; nothing, one value, or several. */
    Map<String, List<String>> differences() {
        var differences = new LinkedHashMap<String, List<String>>();
        for (var component : typed.getClass().getRecordComponents()) {
            var field = component.getName();
            if (!STATE.contains(field)) {
                compare(field, value(typed, field), value(now, field), differences);
            }
        }
        return differences;
    }

    private static void compare(
            String field, @Nullable Object typed, @Nullable Object now, Map<String, List<String>> differences) {
        if (now instanceof Map<?, ?> stand && typed instanceof Map<?, ?> sent) {
            stand.forEach((key, value) -> compare(field + "[" + key + "]", sent.get(key), value, differences));
        } else if (now instanceof List<?> stand
                && typed instanceof List<?> sent
                && sent.stream().anyMatch(Record.class::isInstance)) {
            compareRows(field, sent, stand, differences);
        } else if (!values(now).equals(values(typed))) {
            differences.put(now instanceof Words ? field + ".original" : field, values(now));
        }
    }

    /** Rows are the same where they have the same id. */
    private static void compareRows(String field, List<?> typed, List<?> now, Map<String, List<String>> differences) {
        for (var place = 0; place < typed.size(); place++) {
            if (!(typed.get(place) instanceof Record sent)) {
                continue;
            }
            for (var row : now) {
                if (row instanceof Record stand && Objects.equals(value(stand, "id"), value(sent, "id"))) {
                    for (var component : stand.getClass().getRecordComponents()) {
                        var name = component.getName();
                        compare(
                                "%s[%d].%s".formatted(field, place, name),
                                value(sent, name),
                                value(stand, name),
                                differences);
                    }
                }
            }
        }
    }

    /** A tick that was not set, an empty text and nothing are the same to a form. */
    private static List<String> values(@Nullable Object value) {
        var all = value instanceof Collection<?> several ? several : value == null ? List.of() : List.of(value);
        return all.stream()
                .map(String::valueOf)
                .filter(text -> !text.isEmpty() && !text.equals("false"))
                .toList();
    }

    private static @Nullable Object value(Record form, String field) {
        return PropertyAccessorFactory.forDirectFieldAccess(form).getPropertyValue(field);
    }
}
