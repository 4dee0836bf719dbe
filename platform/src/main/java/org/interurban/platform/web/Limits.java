package org.interurban.platform.web;

import static java.util.Map.entry;

import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.interurban.platform.shared.DateReading;
import org.interurban.platform.shared.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long what stands in a field may be, as the component of its form says. Templates know it as {@code @limits}. */
@Component
public class Limits {

    public static final int WORDS = 1_000;
    public static final int REFUSAL = 2_000;
    public static final int PASSKEY = 60;
    public static final int PASTED = 20_000;
    private static final int SEARCH = 200;

    /** Of fields that stand in no form, by what is written there. */
    private static final Map<String, Integer> ALONE = Map.ofEntries(
            entry("words", WORDS),
            entry("refusal", REFUSAL),
            entry("passkey", PASSKEY),
            entry("pasted", PASTED),
            entry("lock-reason", 300),
            entry("reason", 1_000),
            entry("names", 2_000),
            entry("cohort", 40),
            entry("cell", 4_000),
            entry("row-number", 7),
            entry("source-title", 200),
            entry("source-date", DateReading.MOST_LETTERS),
            entry("mail", MailAddress.MOST));

    /** Of the words in a box to search in. */
    public int getSearch() {
        return SEARCH;
    }

    /**
     * Of a field that stands in no form.
     *
     * @param field as templates call it
     */
    public int of(String field) {
        return Objects.requireNonNull(ALONE.get(field), field);
    }

    /**
     * @param path of the field in its form, as in {@code title.in[ko]} or {@code lines[3].statement}
     * @return null where the form says nothing of it
     */
    public @Nullable Integer of(Object form, String path) {
        return in(form.getClass(), path);
    }

    /** The same of every form of the class. */
    public @Nullable Integer in(Class<?> form, String path) {
        Type type = form;
        for (var name : path.replaceAll("\\[[^]]*]", "").split("\\.")) {
            var component = component(type, name);
            if (component.isEmpty()) {
                return null;
            }
            if (component.get().getType() == TypedDate.class) {
                return DateReading.MOST_LETTERS;
            }
            var limit = limit(component.get());
            if (limit.isPresent()) {
                return limit.get();
            }
            type = component.get().getGenericType();
        }
        return null;
    }

    private static Optional<RecordComponent> component(Type type, String name) {
        var row = type instanceof ParameterizedType many ? many.getActualTypeArguments()[0] : type;
        return row instanceof Class<?> form && form.isRecord()
                ? Arrays.stream(form.getRecordComponents())
                        .filter(component -> component.getName().equals(name))
                        .findFirst()
                : Optional.empty();
    }

    /** An annotation stands at the field of the record, whatever its targets. */
    private static Optional<Integer> limit(RecordComponent component) {
        try {
            AnnotatedElement field = component.getDeclaringRecord().getDeclaredField(component.getName());
            return Optional.ofNullable(field.getAnnotation(Worded.class))
                    .map(Worded::max)
                    .or(() ->
                            Optional.ofNullable(field.getAnnotation(Size.class)).map(Size::max));
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
