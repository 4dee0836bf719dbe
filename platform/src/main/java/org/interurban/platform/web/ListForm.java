package org.interurban.platform.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The form that narrows a list, said with the list.
 *
 * @param words key of the words beside the field to search in
 * @param fields of the filters that people choose by, in order
 */
public record ListForm(String words, List<Field> fields, Choices choices) {

    static final ListForm NONE = new ListForm("", List.of(), (code, locale) -> Map.of());

    /** How a filter is filled in. */
    public enum Widget {
        CHOICE,
        YEAR,
        DATE,
        TEXT
    }

    /**
     * One filter.
     *
     * @param words key of its words
     */
    public record Field(String name, String words, Widget widget) {}

    /** What can be chosen, by the name of the filter: values with their words. A choice that has none is not shown. */
    public interface Choices {

        /** @param code in the address of the list, empty where there is none */
        Map<String, Map<String, String>> of(String code, Locale locale);
    }

    /** Of rows with a code and a name. */
    public static Map<String, String> ofRows(ResultSet rs) throws SQLException {
        var choices = new LinkedHashMap<String, String>();
        while (rs.next()) {
            choices.put(rs.getString("code"), rs.getString("name"));
        }
        return choices;
    }

    public static ListForm searching(String words) {
        return new ListForm(words, List.of(), NONE.choices());
    }

    public ListForm choice(String name, String words) {
        return with(new Field(name, words, Widget.CHOICE));
    }

    public ListForm year(String name, String words) {
        return with(new Field(name, words, Widget.YEAR));
    }

    public ListForm date(String name, String words) {
        return with(new Field(name, words, Widget.DATE));
    }

    public ListForm text(String name, String words) {
        return with(new Field(name, words, Widget.TEXT));
    }

    public ListForm among(Choices all) {
        return new ListForm(words, fields, all);
    }

    private ListForm with(Field field) {
        return new ListForm(
                words, Stream.concat(fields.stream(), Stream.of(field)).toList(), choices);
    }
}
