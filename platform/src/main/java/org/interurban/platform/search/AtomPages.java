package org.interurban.platform.search;

import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.interurban.platform.authority.Open;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.PublicAddress;
import org.interurban.platform.web.ThisNetwork;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed last among what everyone may see, as a feed (RFC 4287): all of it, or one kind. */
@Open
@RestController
class AtomPages {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int ENTRIES = 50;

    /** @param language of the title */
    private record Entry(String kind, String url, String title, String language, OffsetDateTime changedAt) {}

    private final JdbcClient sql;
    private final PublicAddress address;
    private final ThisNetwork network;
    private final Labels labels;
    private final MessageSource messages;

    AtomPages(JdbcClient sql, PublicAddress address, ThisNetwork network, Labels labels, MessageSource messages) {
        this.sql = sql;
        this.address = address;
        this.network = network;
        this.labels = labels;
        this.messages = messages;
    }

    @GetMapping(path = "/changes.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE + ";charset=UTF-8")
    String changes(@RequestParam(defaultValue = "") String kind, Locale locale) throws XMLStreamException {
        var entries = entries(kind, locale);
        var text = new StringWriter();
        var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        var self = address.of("/changes.atom?lang=" + locale.getLanguage() + (kind.isEmpty() ? "" : "&kind=" + kind));
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", locale.getLanguage());
        write("id", address.of("/changes.atom" + (kind.isEmpty() ? "" : "?kind=" + kind)), xml);
        write("title", messages.getMessage("search.changes", new Object[] {network.name(locale)}, locale), xml);
        write("updated", updated(entries), xml);
        link("self", "application/atom+xml", self, xml);
        link("alternate", "text/html", address.of("/?lang=" + locale.getLanguage()), xml);
        xml.writeStartElement("author");
        write("name", network.name(locale), xml);
        write("uri", address.of("/"), xml);
        xml.writeEndElement();
        for (var entry : entries) {
            write(entry, locale, xml);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    /** Of several records that one page shows, the one that changed last. */
    private List<Entry> entries(String kind, Locale locale) {
        return sql.sql("""
            select kind, url,
                   coalesce(title ->> :language, title ->> :first, title ->> 'und',
                            (select min(value) from jsonb_each_text(title))) as title,
                   case when title ? :language then :language when title ? :first then :first else 'und' end as language, changed_at
              from (select distinct on (url) * from search_document
                     where published and not removed and (:kind = '' or kind = :kind)
                     order by url, changed_at desc, kind) told
             order by changed_at desc, kind, url
             limit :most
            """.replace(" ? :", " ?? :"))
                .param("language", locale.getLanguage())
                .param("first", network.writtenIn().getFirst())
                .param("kind", kind)
                .param("most", ENTRIES)
                .query(Entry.class)
                .list();
    }

    private static String updated(List<Entry> entries) {
        return entries.isEmpty() ? Instant.EPOCH.toString() : moment(entries.getFirst());
    }

    private static String moment(Entry entry) {
        return entry.changedAt().toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void write(Entry entry, Locale locale, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("entry");
        write("id", address.of(entry.url()), xml);
        xml.writeStartElement("title");
        if (!entry.language().equals(locale.getLanguage()) && !entry.language().equals(SearchDocument.UNSAID)) {
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", entry.language());
        }
        xml.writeCharacters(entry.title());
        xml.writeEndElement();
        write("updated", moment(entry), xml);
        link("alternate", "text/html", address.of(entry.url()), xml);
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", entry.kind());
        xml.writeAttribute("label", labels.of("search.kind", entry.kind(), locale));
        write("summary", labels.of("search.kind", entry.kind(), locale), xml);
        xml.writeEndElement();
    }

    private static void write(String element, String text, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(String relation, String type, String address, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }
}
