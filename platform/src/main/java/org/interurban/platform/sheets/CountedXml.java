package org.interurban.platform.sheets;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/** XML read as a stream, which ends where it has more names than any spreadsheet program writes, since its parser keeps each. */
final class CountedXml extends StreamReaderDelegate {

    private static final int MOST_NAMES = 1_000;

    private static final XMLInputFactory XML = factory();

    private final Set<String> names = new HashSet<>();

    private CountedXml(XMLStreamReader xml) {
        super(xml);
    }

    static XMLStreamReader read(InputStream in) throws XMLStreamException {
        return new CountedXml(XML.createXMLStreamReader(in));
    }

    /** Of the parser of the JDK, whose limits are said here and do not follow its version. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("jdk.xml.dtd.support", "deny");
        factory.setProperty("jdk.xml.entityExpansionLimit", "10");
        factory.setProperty("jdk.xml.elementAttributeLimit", "200");
        factory.setProperty("jdk.xml.maxXMLNameLimit", "1000");
        factory.setProperty("jdk.xml.maxElementDepth", "100");
        return factory;
    }

    @Override
    public int next() throws XMLStreamException {
        var event = super.next();
        if (event == START_ELEMENT) {
            countNames();
        } else if (event == PROCESSING_INSTRUCTION) {
            count("", getPITarget());
        }
        return event;
    }

    private void countNames() {
        count(getPrefix(), getLocalName());
        for (int i = 0; i < getAttributeCount(); i++) {
            count(getAttributePrefix(i), getAttributeLocalName(i));
        }
        for (int i = 0; i < getNamespaceCount(); i++) {
            count("xmlns", getNamespacePrefix(i));
            count("", getNamespaceURI(i));
        }
    }

    private void count(@Nullable String prefix, @Nullable String name) {
        names.add(prefix == null || prefix.isEmpty() ? String.valueOf(name) : prefix + ':' + name);
        if (names.size() > MOST_NAMES) {
            throw new TooMuch("overgrown", MOST_NAMES);
        }
    }
}
