package org.interurban.platform.activities;

import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Codes;
import org.interurban.platform.shared.Slug;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a kind of activity, changes it, places it among the others, retires it. */
@Service
class KeepKind {

    sealed interface Outcome {
        record Kept() implements Outcome {}

        /** Somebody else changed it since the form was opened. */
        record Overtaken(KindOfActivity now) implements Outcome {}
    }

    private final KindsOfActivity kinds;
    private final Codes codes;
    private final Rights rights;
    private final Audit audit;

    KeepKind(KindsOfActivity kinds, Codes codes, Rights rights, Audit audit) {
        this.kinds = kinds;
        this.codes = codes;
        this.rights = rights;
        this.audit = audit;
    }

    @Transactional
    String add(KindForm form) {
        rights.require(ActivityPermission.ACTIVITIES_EDIT);
        var name = String.valueOf(form.name().original());
        var kind = form.kind(codes.named("activity_kind", Slug.of(name, "kind")), null);
        kinds.insert(kind);
        kinds.place(kind.code(), form.place());
        record("activities.kind-added", kind);
        return kind.code();
    }

    @Transactional
    Outcome change(KindOfActivity before, KindForm form) {
        rights.require(ActivityPermission.ACTIVITIES_EDIT);
        var kind = form.kind(before.code(), before.name());
        if (!kinds.update(kind)) {
            return new Outcome.Overtaken(kinds.find(kind.code()).orElse(before));
        }
        if (!form.place().equals(kind.code())) {
            kinds.place(kind.code(), form.place());
        }
        record(kind.retired() && !before.retired() ? "activities.kind-retired" : "activities.kind-changed", kind);
        return new Outcome.Kept();
    }

    private void record(String act, KindOfActivity kind) {
        audit.record(
                act,
                new Audit.Subject("activity-kind", kind.code()),
                Map.of("name", kind.name().original(), "nature", kind.nature().code()));
    }
}
