package org.interurban.platform.plans;

import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.SeenRows;
import org.interurban.platform.shared.TypedLines;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records agreements and actions, and how far they have come. */
@Service
class KeepPlan {

    /** @param <T> an agreement or an action */
    sealed interface Outcome<T> {
        record Kept<T>() implements Outcome<T> {}

        /**
         * Somebody else changed what cannot be brought together with this.
         *
         * @param both what was wanted, with what they added to its lists
         */
        record Overtaken<T>(T now, T both) implements Outcome<T> {}
    }

    private final Plans plans;
    private final Rights rights;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    KeepPlan(Plans plans, Rights rights, Audit audit, ApplicationEventPublisher events) {
        this.plans = plans;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    void add(Agreement agreement) {
        require(PlanPermission.AGREEMENTS_EDIT, agreement.programme(), agreement.partnership());
        plans.insert(agreement);
        record("plans.agreement-recorded", agreement);
    }

    /** @param seen the parties as they stood when the form was opened */
    @Transactional
    Outcome<Agreement> change(Agreement agreement, SeenRows seen) {
        require(PlanPermission.AGREEMENTS_EDIT, agreement.programme(), agreement.partnership());
        plans.alone(agreement.id());
        var now = plans.agreement(agreement.code()).orElse(agreement);
        var parties = TypedLines.merged(agreement.parties(), seen, plans.parties(agreement.id()));
        if (now.version() != agreement.version() || parties.disputed()) {
            return new Outcome.Overtaken<>(
                    now, agreement.between(TypedLines.text(parties).lines().toList()));
        }
        if (!agreement.between(now.parties()).equals(now)) {
            plans.update(agreement);
        }
        plans.keepParties(agreement.id(), parties);
        record("plans.agreement-changed", agreement);
        return new Outcome.Kept<>();
    }

    /** Takes an agreement back that came in with a sheet. */
    @Transactional
    void remove(Agreement agreement) {
        require(PlanPermission.AGREEMENTS_EDIT, agreement.programme(), agreement.partnership());
        plans.remove(agreement);
        record("plans.agreement-removed", agreement);
    }

    private void record(String act, Agreement agreement) {
        audit.record(
                act,
                new Audit.Subject("agreement", agreement.code()),
                Map.of(
                        "status",
                        agreement.status().code(),
                        "when",
                        agreement.when().code()));
        events.publishEvent(
                new AgreementKept(agreement.code(), agreement.status().code()));
    }

    @Transactional
    void add(PlanItem item) {
        require(PlanPermission.PLANS_EDIT, item.programme(), item.partnership());
        plans.insert(item);
        record("plans.action-recorded", item);
    }

    @Transactional
    Outcome<PlanItem> change(PlanItem item) {
        require(PlanPermission.PLANS_EDIT, item.programme(), item.partnership());
        if (!plans.update(item)) {
            return new Outcome.Overtaken<>(plans.action(item.code()).orElse(item), item);
        }
        record("plans.action-changed", item);
        return new Outcome.Kept<>();
    }

    private void record(String act, PlanItem item) {
        audit.record(
                act,
                new Audit.Subject("plan-item", item.code()),
                Map.of("status", item.status().code()));
    }

    private void require(Permission permission, @Nullable ProgrammeId programme, @Nullable PartnershipId partnership) {
        rights.require(permission, plans.scopes(programme, partnership));
    }
}
