package org.interurban.platform.partnerships;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what is known of a partnership, and lets members join and leave. */
@Service
class KeepPartnership {

    private final Partnerships partnerships;
    private final Rights rights;
    private final Audit audit;
    private final Clock clock;

    KeepPartnership(Partnerships partnerships, Rights rights, Audit audit, Clock clock) {
        this.partnerships = partnerships;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether it was still as it was when the change began. */
    @Transactional
    boolean change(Partnership partnership, @Nullable UUID topic) {
        requireEdit(partnership);
        if (!partnerships.update(partnership, topic)) {
            return false;
        }
        record(
                "partnerships.changed",
                partnership,
                Map.of("status", partnership.status().code(), "name", partnership.name()));
        return true;
    }

    @Transactional
    void join(Partnership partnership, UUID organisation, String code) {
        requireEdit(partnership);
        partnerships.join(partnership.id(), organisation, LocalDate.now(clock));
        record("partnerships.member-joined", partnership, Map.of("member", code));
    }

    @Transactional
    void leave(Partnership partnership, UUID organisation, String code) {
        requireEdit(partnership);
        partnerships.leave(partnership.id(), organisation, LocalDate.now(clock));
        record("partnerships.member-left", partnership, Map.of("member", code));
    }

    /** The member never left: the way back from a wrong press. */
    @Transactional
    void stay(Partnership partnership, UUID organisation, String code) {
        requireEdit(partnership);
        partnerships.leave(partnership.id(), organisation, null);
        record("partnerships.member-stayed", partnership, Map.of("member", code));
    }

    private void requireEdit(Partnership partnership) {
        rights.require(Permission.PARTNERSHIP_EDIT, partnerships.scopes(partnership.id()));
    }

    private void record(String act, Partnership partnership, Map<String, String> details) {
        audit.record(act, new Audit.Subject("partnership", partnership.code()), details);
    }
}
