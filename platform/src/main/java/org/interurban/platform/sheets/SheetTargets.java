package org.interurban.platform.sheets;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.Limits;
import org.interurban.platform.web.Listing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.Validator;

/** What sheets can become in this house. */
@Component
class SheetTargets {

    private final List<SheetTarget> all;

    SheetTargets(
            List<SheetTarget> targets,
            List<SheetForm<?, ?>> forms,
            ObjectProvider<Listing<?>> listings,
            MessageSource messages,
            Languages languages,
            Limits limits,
            @Qualifier("mvcConversionService") ConversionService conversion,
            @Qualifier("mvcValidator") Validator validator) {
        var reader = new FormTarget.Reader(
                conversion,
                validator,
                Locale.forLanguageTag(languages.first()),
                languages.ofPages().keySet().stream()
                        .map(Locale::forLanguageTag)
                        .toList());
        this.all = Stream.concat(
                        targets.stream(),
                        forms.stream().map(form -> target(form, messages, languages, limits, reader, listings)))
                .sorted(Comparator.comparing(SheetTarget::name))
                .toList();
    }

    private static <F extends Record> SheetTarget target(
            SheetForm<F, ?> form,
            MessageSource messages,
            Languages languages,
            Limits limits,
            FormTarget.Reader reader,
            ObjectProvider<Listing<?>> listings) {
        return new FormTarget<>(
                form, new FormColumns<>(form, messages, languages, limits), reader, () -> listings.stream()
                        .filter(listing -> listing.addresses().contains("/" + form.name()))
                        .findFirst());
    }

    List<SheetTarget> all() {
        return all;
    }

    Optional<SheetTarget> find(String name) {
        return all.stream().filter(target -> target.name().equals(name)).findFirst();
    }

    SheetTarget get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("No module reads sheets of " + name));
    }
}
