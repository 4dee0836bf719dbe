package org.interurban.platform.taxonomy;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a list of topics. */
record TaxonomyId(UUID value) implements Identifier {

    static TaxonomyId next() {
        return new TaxonomyId(Identifier.next());
    }
}
