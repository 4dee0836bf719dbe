package org.interurban.platform.search;

import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.interurban.platform.authority.Open;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.PublicAddress;
import org.interurban.platform.web.PublicPages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sitemap: every page that everyone may see and that can be found, in each language, with the day on which it last changed. */
@Open
@RestController
class SitemapPages {

    /** More than a sitemap may hold (sitemaps.org). */
    private static final int MOST = 50_000;

    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /** @param changedAt null where a page tells of many records */
    private record Page(String url, @Nullable OffsetDateTime changedAt) {}

    private final JdbcClient sql;
    private final PublicPages pages;
    private final PublicAddress address;
    private final Languages languages;

    SitemapPages(JdbcClient sql, PublicPages pages, PublicAddress address, Languages languages) {
        this.sql = sql;
        this.pages = pages;
        this.address = address;
        this.languages = languages;
    }

    @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE + ";charset=UTF-8")
    String sitemap() throws XMLStreamException {
        var text = new StringWriter();
        var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("urlset");
        xml.writeDefaultNamespace(SITEMAP);
        xml.writeNamespace("xhtml", XHTML);
        for (var page : all()) {
            write(page, xml);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    private List<Page> all() {
        var all = new ArrayList<Page>();
        pages.said().forEach(url -> all.add(new Page(url, null)));
        all.addAll(sql.sql("""
            select url, max(changed_at) as changed_at
              from search_document
             where published and not removed and url ~ '^/[^?#]+$' and not url = any(:told)
             group by url order by max(changed_at) desc, url limit :most
            """)
                .param("told", pages.addresses().toArray(String[]::new))
                .param("most", MOST - all.size())
                .query(Page.class)
                .list());
        return all;
    }

    private void write(Page page, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("url");
        write("loc", address.of(page.url()), xml);
        if (page.changedAt() != null) {
            write("lastmod", page.changedAt().toLocalDate().toString(), xml);
        }
        for (var tag : languages.ofPages().keySet()) {
            alternate(tag, address.of(page.url()) + "?lang=" + tag, xml);
        }
        alternate("x-default", address.of(page.url()), xml);
        xml.writeEndElement();
    }

    private static void write(String element, String text, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void alternate(String language, String address, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeEmptyElement(XHTML, "link");
        xml.writeAttribute("rel", "alternate");
        xml.writeAttribute("hreflang", language);
        xml.writeAttribute("href", address);
    }
}
