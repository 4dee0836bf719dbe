package org.interurban.platform.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interurban.platform.authority.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says in the vocabulary of schema.org, as JSON-LD: where it lies, what a list can be downloaded as, and what it tells of
 * its record. Templates know it as {@code @linkedData}.
 */
@Component
class LinkedData {

    private static final Map<String, String> FORMS =
            Map.of("", "application/json", ".csv", "text/csv", ".xlsx", Sheet.XLSX);

    private final PublicAddress address;
    private final ThisNetwork network;
    private final List<Listing<?>> listings;
    private final MessageSource messages;
    private final JsonMapper json;

    LinkedData(
            PublicAddress address,
            ThisNetwork network,
            List<Listing<?>> listings,
            MessageSource messages,
            JsonMapper json) {
        this.address = address;
        this.network = network;
        this.listings = listings;
        this.messages = messages;
        this.json = json;
    }

    /**
     * The text of a script that is none, which no text in it can end.
     *
     * @param record what the page says of its record, with a {@code @type}; null where it shows none
     */
    public String of(Frame frame, String title, String about, @Nullable Map<String, ?> record) {
        var things = new ArrayList<Map<String, ?>>();
        if (frame.isHome()) {
            things.add(network(frame, about));
            things.add(Map.of("@type", "WebSite", "name", frame.networkName(), "url", address.of("/")));
        } else {
            things.add(trail(frame, title));
        }
        if (record != null) {
            var said = new LinkedHashMap<String, Object>(record);
            said.putIfAbsent("name", title);
            said.putIfAbsent("url", frame.bare());
            things.add(said);
        }
        listings.stream()
                .filter(listing -> Access.OPEN.equals(listing.access()) && !frame.forWork())
                .filter(listing -> listing.addresses()
                        .contains(frame.bare().substring(frame.site().length())))
                .map(listing -> dataset(listing, frame, title, about))
                .forEach(things::add);
        return json.writeValueAsString(Map.of("@context", "https://schema.org", "@graph", things))
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private Map<String, ?> network(Frame frame, String about) {
        return Map.of(
                "@type",
                "Organization",
                "name",
                frame.networkName(),
                "url",
                address.of("/"),
                "logo",
                address.of("/logo.svg"),
                "description",
                about);
    }

    private Map<String, ?> trail(Frame frame, String title) {
        var steps = new ArrayList<Map<String, ?>>();
        steps.add(step(1, frame.networkName(), address.of("/")));
        var above = frame.above();
        if (above != null) {
            var words = messages.getMessage(above.words(), null, LocaleContextHolder.getLocale());
            steps.add(step(2, words, address.of(above.address())));
        }
        steps.add(step(steps.size() + 1, title, frame.bare()));
        return Map.of("@type", "BreadcrumbList", "itemListElement", steps);
    }

    private static Map<String, ?> step(int position, String name, String url) {
        return Map.of("@type", "ListItem", "position", position, "name", name, "item", url);
    }

    private Map<String, ?> dataset(Listing<?> listing, Frame frame, String title, String about) {
        var interfaces = listing.addresses().stream()
                .filter(place -> place.startsWith(Listing.INTERFACE))
                .findFirst()
                .orElse(frame.bare().substring(frame.site().length()));
        var forms = FORMS.entrySet().stream()
                .filter(form -> interfaces.startsWith(Listing.INTERFACE)
                        || !form.getKey().isEmpty())
                .map(form -> Map.of(
                        "@type",
                        "DataDownload",
                        "encodingFormat",
                        form.getValue(),
                        "contentUrl",
                        address.of(interfaces + form.getKey())))
                .toList();
        var licence = network.settings().licenceAddress();
        return Map.of(
                "@type",
                "Dataset",
                "license",
                licence == null ? address.of("/open-data") : licence,
                "name",
                title,
                "description",
                about,
                "url",
                frame.bare(),
                "creator",
                Map.of("@type", "Organization", "name", frame.networkName(), "url", address.of("/")),
                "isAccessibleForFree",
                true,
                "distribution",
                forms);
    }
}
