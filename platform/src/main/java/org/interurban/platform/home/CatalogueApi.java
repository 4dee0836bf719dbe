package org.interurban.platform.home;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Open;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.OpenLists;
import org.interurban.platform.web.PublicAddress;
import org.interurban.platform.web.ThisNetwork;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The open lists as portals of open data harvest them: a catalogue in the words of DCAT 3, as JSON-LD. */
@Open
@RestController
class CatalogueApi {

    private static final Map<String, String> CONTEXT = Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/");

    /** Ending of an address and type of its answer. */
    private static final Map<String, String> FORMS = forms();

    private final OpenLists lists;
    private final ThisNetwork network;
    private final PublicAddress address;
    private final Labels labels;

    CatalogueApi(OpenLists lists, ThisNetwork network, PublicAddress address, Labels labels) {
        this.lists = lists;
        this.network = network;
        this.address = address;
        this.labels = labels;
    }

    private static Map<String, String> forms() {
        var forms = new LinkedHashMap<String, String>();
        forms.put("", "application/json");
        forms.put(".csv", "text/csv");
        forms.put(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return forms;
    }

    @GetMapping(path = "/api/v1/catalogue", produces = "application/ld+json")
    Map<String, Object> catalogue(Locale locale) {
        var name = network.name(locale);
        var catalogue = new LinkedHashMap<String, Object>();
        catalogue.put("@context", CONTEXT);
        catalogue.put("@id", address.of("/open-data"));
        catalogue.put("@type", "dcat:Catalog");
        catalogue.put("dct:title", said(name, locale));
        catalogue.put(
                "dct:publisher", Map.of("@type", "foaf:Organization", "foaf:name", name, "foaf:homepage", node("/")));
        catalogue.put(
                "dcat:dataset",
                lists.all().stream().map(list -> dataset(list, locale)).toList());
        licence(catalogue);
        return catalogue;
    }

    private Map<String, Object> dataset(OpenLists.OpenList list, Locale locale) {
        var dataset = new LinkedHashMap<String, Object>();
        dataset.put("@id", address.of(list.address()));
        dataset.put("@type", "dcat:Dataset");
        dataset.put("dct:identifier", list.name());
        dataset.put("dct:title", said(labels.of("home.data.list", list.name(), locale), locale));
        dataset.put("dcat:landingPage", node("/open-data"));
        dataset.put("dcat:distribution", distributions(list));
        licence(dataset);
        return dataset;
    }

    /** Of a list that is too long for one sheet, JSON alone. */
    private List<Map<String, Object>> distributions(OpenLists.OpenList list) {
        var distributions = new ArrayList<Map<String, Object>>();
        FORMS.forEach((ending, type) -> {
            if (ending.isEmpty() || list.sheetOf().isEmpty()) {
                distributions.add(Map.of(
                        "@type",
                        "dcat:Distribution",
                        "dcat:accessURL",
                        node(list.address() + ending),
                        "dcat:mediaType",
                        "https://www.iana.org/assignments/media-types/" + type));
            }
        });
        return distributions;
    }

    private void licence(Map<String, Object> of) {
        var licence = network.settings().licenceAddress();
        if (licence != null) {
            of.put("dct:license", Map.of("@id", licence));
        }
    }

    private Map<String, String> node(String path) {
        return Map.of("@id", address.of(path));
    }

    private static Map<String, String> said(String text, Locale locale) {
        return Map.of("@value", text, "@language", locale.getLanguage());
    }
}
