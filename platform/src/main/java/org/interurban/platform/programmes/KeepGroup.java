package org.interurban.platform.programmes;

import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a group to a programme, changes it, places it among the others, removes it. */
@Service
class KeepGroup {

    sealed interface Outcome {
        record Kept() implements Outcome {}

        /** Somebody else changed it since the form was opened. */
        record Overtaken(ProgrammeGroup now) implements Outcome {}
    }

    private final Groups groups;
    private final Programmes programmes;
    private final Rights rights;
    private final Audit audit;

    KeepGroup(Groups groups, Programmes programmes, Rights rights, Audit audit) {
        this.groups = groups;
        this.programmes = programmes;
        this.rights = rights;
        this.audit = audit;
    }

    @Transactional
    String add(Programme programme, GroupForm form) {
        alone(programme);
        var name = String.valueOf(form.name().original());
        var group = form.group(programme.id(), groups.free(programme.id(), name), null);
        groups.insert(group);
        groups.place(programme.id(), group.code(), form.place());
        record("programmes.group-added", programme, group);
        return group.code();
    }

    @Transactional
    Outcome change(Programme programme, ProgrammeGroup before, GroupForm form) {
        alone(programme);
        var group = form.group(programme.id(), before.code(), before.name());
        if (!groups.update(group)) {
            return new Outcome.Overtaken(
                    groups.find(programme.id(), before.code()).orElse(before));
        }
        if (!form.place().equals(group.code())) {
            groups.place(programme.id(), group.code(), form.place());
        }
        record("programmes.group-changed", programme, group);
        return new Outcome.Kept();
    }

    @Transactional
    void remove(Programme programme, ProgrammeGroup group) {
        alone(programme);
        groups.remove(programme.id(), group.code());
        record("programmes.group-removed", programme, group);
        audit.mayBeUndone(
                ProgrammePermission.PROGRAMME_EDIT,
                new Audit.Subject("programme", programme.code()),
                "/programmes/" + programme.code() + "/groups",
                programme.id().scope());
    }

    private void alone(Programme programme) {
        rights.require(ProgrammePermission.PROGRAMME_EDIT, programme.id().scope());
        programmes.alone(programme.id());
    }

    private void record(String act, Programme programme, ProgrammeGroup group) {
        audit.record(
                act,
                new Audit.Subject("programme", programme.code()),
                Map.of("group", group.code(), "name", group.name().original()));
    }
}
