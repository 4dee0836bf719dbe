package org.interurban.platform.enquiries;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of an enquiry. */
record EnquiryId(UUID value) implements Identifier {

    static EnquiryId next() {
        return new EnquiryId(Identifier.next());
    }
}
