package org.interurban.platform.plans;

import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.programmes.ProgrammeId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records agreements and actions, and how far they have come. */
@Service
class KeepPlan {

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

    /** Whether it was still as it was when the change began. */
    @Transactional
    boolean change(Agreement agreement) {
        require(PlanPermission.AGREEMENTS_EDIT, agreement.programme(), agreement.partnership());
        if (!plans.update(agreement)) {
            return false;
        }
        record("plans.agreement-changed", agreement);
        return true;
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

    /** Whether it was still as it was when the change began. */
    @Transactional
    boolean change(PlanItem item) {
        require(PlanPermission.PLANS_EDIT, item.programme(), item.partnership());
        if (!plans.update(item)) {
            return false;
        }
        record("plans.action-changed", item);
        return true;
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
