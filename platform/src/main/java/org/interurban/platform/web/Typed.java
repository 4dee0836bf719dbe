package org.interurban.platform.web;

import java.util.List;
import org.interurban.platform.shared.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.springframework.web.servlet.ModelAndView;

/** What somebody typed into the fields of a form, which a browser may not have sent at all. */
public final class Typed {

    private Typed() {}

    /** The page with the form once more, with what was typed and what is wrong with it. */
    public static ModelAndView again(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    public static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    public static @Nullable String textOrNull(@Nullable String value) {
        return text(value).isEmpty() ? null : text(value);
    }

    /** Says at the field that what was chosen is none of its choices. */
    public static <E extends Enum<E> & Coded> void choice(
            Class<E> choices, @Nullable String chosen, String field, String message, Errors errors) {
        if (!Coded.codes(choices).contains(text(chosen))) {
            errors.rejectValue(field, message);
        }
    }

    /** The lines of a text, trimmed, each once, empty ones left out. */
    public static List<String> lines(@Nullable String text) {
        return text(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
