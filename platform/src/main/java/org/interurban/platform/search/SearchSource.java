package org.interurban.platform.search;

import java.util.Map;

/** All documents of one kind as one statement, implemented by the module that owns the records. */
public interface SearchSource {

    String kind();

    /** Of several records that fit equally well, those of the greater weight come first. */
    default float weight() {
        return 0;
    }

    /**
     * Tables whose rows the statement reads, each with a select of the codes of those documents that a change of a row touches. The
     * select reads {@code changed.keys}, a jsonb object with the row's id, its code and what it points to, before and after the change.
     */
    Map<String, String> touchedBy();

    /**
     * A select with the columns {@code code, url, title, text, aliases, related, published, permission, scopes} of
     * {@code search_document}, in this order.
     */
    String sql();
}
