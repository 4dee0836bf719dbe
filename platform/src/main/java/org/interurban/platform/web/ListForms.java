package org.interurban.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPatternParser;

/** The forms of lists as a page shows them; for templates: {@code ${@listForms.of(query.path, query, '')}}. */
@Component
public class ListForms {

    private final ObjectProvider<Listing<?>> listings;

    ListForms(ObjectProvider<Listing<?>> listings) {
        this.listings = listings;
    }

    /**
     * A form filled in.
     *
     * @param kept filters that the form does not show and must not lose
     */
    public record Filled(String words, List<FilledField> fields, Map<String, String> kept) {}

    /** @param options of a choice, value by words */
    public record FilledField(String name, String words, String widget, String value, Map<String, String> options) {}

    /** The form of the list at an address, without one of its filters where that is not empty. */
    public Filled of(String address, ListQuery query, String without) {
        for (var listing : listings) {
            for (var at : listing.addresses()) {
                var found =
                        PathPatternParser.defaultInstance.parse(at).matchAndExtract(PathContainer.parsePath(address));
                if (found != null) {
                    return filled(listing.form(), query, found.getUriVariables().getOrDefault("code", ""), without);
                }
            }
        }
        throw new IllegalArgumentException("There is no list at " + address);
    }

    private static Filled filled(ListForm form, ListQuery query, String code, String without) {
        var choices = form.choices().of(code, query.locale());
        var fields = form.fields().stream()
                .filter(field -> !field.name().equals(without))
                .filter(field -> field.widget() != ListForm.Widget.CHOICE
                        || !choices.getOrDefault(field.name(), Map.of()).isEmpty())
                .map(field -> new FilledField(
                        field.name(),
                        field.words(),
                        field.widget().name(),
                        query.filter(field.name()),
                        choices.getOrDefault(field.name(), Map.of())))
                .toList();
        var kept = new LinkedHashMap<>(query.filters());
        fields.forEach(field -> kept.remove(field.name()));
        kept.remove("month");
        return new Filled(form.words(), fields, kept);
    }
}
