package org.interurban.platform.web;

import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import org.interurban.platform.shared.DateReading;
import org.interurban.platform.shared.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long what stands in a field may be, as the component of its form says. Templates know it as {@code @limits}. */
@Component
public class Limits {

    public static final int WORDS = 1_000;
    public static final int PASSKEY = 60;
    public static final int PASTED = 20_000;
    private static final int SEARCH = 200;
    private static final int LOCK_REASON = 300;
    private static final int NAMES = 2_000;
    private static final int COHORT = 40;
    private static final int CELL = 4_000;
    private static final int ROW_NUMBER = 7;

    /** Of the words in a box to search in. */
    public int getSearch() {
        return SEARCH;
    }

    /** Of what somebody writes to an answer, or as the reason of what they do. */
    public int getWords() {
        return WORDS;
    }

    /** Of the reason why two bodies are to be, or not to be, a pair. */
    public int getLockReason() {
        return LOCK_REASON;
    }

    /** Of names that are pasted, one a line. */
    public int getNames() {
        return NAMES;
    }

    /** Of a list that is pasted, one a line. */
    public int getPasted() {
        return PASTED;
    }

    public int getCohort() {
        return COHORT;
    }

    /** Of what somebody calls a passkey. */
    public int getPasskey() {
        return PASSKEY;
    }

    /** Of a cell that is mended. */
    public int getCell() {
        return CELL;
    }

    /** Of the number of a row, in digits. */
    public int getRowNumber() {
        return ROW_NUMBER;
    }

    /** Of an address of mail. */
    public int getMail() {
        return MailAddress.MOST;
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
