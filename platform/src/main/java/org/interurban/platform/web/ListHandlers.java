package org.interurban.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.interurban.platform.authority.Access;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Answers every list at its addresses, in every form. */
@Component
class ListHandlers {

    private static final String[] ENDINGS = {".csv", ".xlsx"};
    private static final Method ANSWER = Stream.of(Handler.class.getDeclaredMethods())
            .filter(method -> method.getName().equals("answer"))
            .findFirst()
            .orElseThrow();

    /** The handler of one list. */
    record Handler<T>(Listing<T> listing, Access access, Labels labels) implements Access.Guarded {

        Object answer(HttpServletRequest request, ListQuery query, @PathVariable Map<String, String> place) {
            listing.terms().refuseOthers(query);
            if (Lists.wantsSheet(request) && !listing.sheetOf().isEmpty() && !query.isNarrowed()) {
                throw new ListQuery.BadQuery("errors.query.places", listing.sheetOf());
            }
            var code = place.getOrDefault("code", "");
            return Lists.answer(
                    request,
                    query,
                    listing.sheet(),
                    labels.ofColumns(listing.sheet(), query.locale()),
                    asked -> listing.rows().apply(code, asked));
        }
    }

    ListHandlers(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            List<Listing<?>> listings,
            Labels labels) {
        for (var listing : listings) {
            var access = access(listing);
            var sheets = listing.addresses().stream()
                    .flatMap(address -> Stream.of(ENDINGS).map(address::concat));
            var whole = listing.addresses().stream().filter(address -> address.startsWith(Listing.INTERFACE));
            var paths = Stream.concat(whole, sheets).toArray(String[]::new);
            add(mapping, RequestMappingInfo.paths(paths), listing, access, labels);
            var pages = listing.addresses().stream()
                    .filter(address -> !address.startsWith(Listing.INTERFACE))
                    .toArray(String[]::new);
            if (pages.length > 0) {
                add(mapping, RequestMappingInfo.paths(pages).produces("text/csv", Sheet.XLSX), listing, access, labels);
            }
        }
    }

    private static Access access(Listing<?> listing) {
        if (listing.access() == null) {
            throw new IllegalStateException("The list at " + listing.addresses()
                    + " does not say who may ask it (forEveryone, forThose or forNetwork)");
        }
        return listing.access();
    }

    private static void add(
            RequestMappingHandlerMapping mapping,
            RequestMappingInfo.Builder addresses,
            Listing<?> listing,
            Access access,
            Labels labels) {
        mapping.registerMapping(
                addresses
                        .methods(RequestMethod.GET)
                        .options(mapping.getBuilderConfiguration())
                        .build(),
                new Handler<>(listing, access, labels),
                ANSWER);
    }
}
