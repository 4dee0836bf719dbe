package org.interurban.platform.sources;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.sources.Sources.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says of a record that a part of it was concluded and not read, or that this is no longer so. */
@Service
class KeepConclusion {

    private final Conclusions conclusions;
    private final Rights rights;
    private final Audit audit;

    KeepConclusion(Conclusions conclusions, Rights rights, Audit audit) {
        this.conclusions = conclusions;
        this.rights = rights;
        this.audit = audit;
    }

    /** Whether there is such a record. */
    @Transactional
    boolean keep(Subject subject, Conclusion conclusion) {
        rights.require(SourcePermission.READINGS_CHOOSE);
        if (conclusions.name(subject, Locale.ENGLISH).isEmpty()) {
            return false;
        }
        conclusions.put(subject, conclusion);
        record("sources.concluded", subject, conclusion);
        return true;
    }

    /** What was taken away, so that it can be said again. */
    @Transactional
    Optional<Conclusion> withdraw(Subject subject, Conclusion.About about) {
        rights.require(SourcePermission.READINGS_CHOOSE);
        var taken = conclusions.take(subject, about);
        taken.ifPresent(conclusion -> record("sources.read", subject, conclusion));
        return taken;
    }

    private void record(String act, Subject subject, Conclusion conclusion) {
        audit.record(
                act,
                new Audit.Subject(subject.kind(), subject.code()),
                Map.of("about", conclusion.about().code(), "note", conclusion.note()));
    }
}
