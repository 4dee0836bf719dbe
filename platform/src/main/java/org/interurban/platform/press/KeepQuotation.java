package org.interurban.platform.press;

import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what people said, and whether it may be printed. */
@Service
class KeepQuotation {

    sealed interface Outcome {
        record Kept() implements Outcome {}

        /** Somebody else saved it since the form was opened. */
        record Overtaken(Quotation theirs) implements Outcome {}

        record Gone() implements Outcome {}
    }

    private final Quotations quotations;
    private final Rights rights;
    private final Audit audit;

    KeepQuotation(Quotations quotations, Rights rights, Audit audit) {
        this.quotations = quotations;
        this.rights = rights;
        this.audit = audit;
    }

    @Transactional
    void add(Quotation quotation) {
        requireEdit(quotation);
        quotations.insert(quotation);
        record("press.recorded", quotation);
    }

    /** Nobody takes words from a city, or puts them into the mouth of another. */
    @Transactional
    Outcome change(Quotation quotation) {
        var stands = quotations.find(quotation.code());
        if (stands.isEmpty()) {
            return new Outcome.Gone();
        }
        requireEdit(stands.get());
        requireEdit(quotation);
        if (!quotations.update(quotation)) {
            return quotations
                    .find(quotation.code())
                    .<Outcome>map(Outcome.Overtaken::new)
                    .orElseGet(Outcome.Gone::new);
        }
        record("press.changed", quotation);
        return new Outcome.Kept();
    }

    @Transactional
    void remove(Quotation quotation) {
        requireEdit(quotation);
        quotations.remove(quotation);
        record("press.removed", quotation);
        audit.mayBeUndone(
                QuotationPermission.QUOTATION_EDIT,
                subject(quotation),
                "/quotations/" + quotation.code(),
                quotation.scopes());
    }

    private void requireEdit(Quotation quotation) {
        rights.require(QuotationPermission.QUOTATION_EDIT, quotation.scopes());
    }

    private static Audit.Subject subject(Quotation quotation) {
        return new Audit.Subject("quotation", quotation.code());
    }

    private void record(String act, Quotation quotation) {
        audit.record(
                act, subject(quotation), Map.of("consent", quotation.consent().code()));
    }
}
