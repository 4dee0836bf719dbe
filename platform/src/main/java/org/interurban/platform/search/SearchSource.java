package org.interurban.platform.search;

import java.util.Set;

/** All documents of one kind as one statement, implemented by the module that owns the records. */
public interface SearchSource {

    String kind();

    /** Of several records that fit equally well, those of the greater weight come first. */
    default float weight() {
        return 0;
    }

    /** Tables whose rows the statement reads; a change in one of them lets the documents be read again. */
    Set<String> tables();

    /**
     * A select with the columns {@code code, url, title, text, aliases, related, published, permission, scopes} of
     * {@code search_document}, in this order.
     */
    String sql();
}
