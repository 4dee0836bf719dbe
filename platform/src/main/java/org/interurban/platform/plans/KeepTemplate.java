package org.interurban.platform.plans;

import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a template of plans, changes it and its steps, removes them. */
@Service
class KeepTemplate {

    /** @param <T> a template or a step */
    sealed interface Outcome<T> {
        record Kept<T>() implements Outcome<T> {}

        /** Somebody else changed it since the form was opened. */
        record Overtaken<T>(T now) implements Outcome<T> {}
    }

    private final PlanTemplates templates;
    private final Rights rights;
    private final Audit audit;

    KeepTemplate(PlanTemplates templates, Rights rights, Audit audit) {
        this.templates = templates;
        this.rights = rights;
        this.audit = audit;
    }

    /** @return its code */
    @Transactional
    String add(TemplateForm form) {
        rights.require(PlanPermission.PLANS_EDIT);
        var template = form.template(templates.code(String.valueOf(form.name().original())), null);
        templates.insert(template);
        record("plans.template-added", template);
        return template.code();
    }

    @Transactional
    Outcome<PlanTemplate> change(PlanTemplate before, TemplateForm form) {
        rights.require(PlanPermission.PLANS_EDIT);
        var template = form.template(before.code(), before.name());
        if (!templates.update(template)) {
            return new Outcome.Overtaken<>(templates.find(before.code()).orElse(before));
        }
        record("plans.template-changed", template);
        return new Outcome.Kept<>();
    }

    @Transactional
    void remove(PlanTemplate template) {
        rights.require(PlanPermission.PLANS_EDIT);
        templates.remove(template.code());
        record("plans.template-removed", template);
        mayBeUndone(template);
    }

    @Transactional
    void add(PlanTemplate template, StepForm form) {
        rights.require(PlanPermission.PLANS_EDIT);
        templates.alone(template.code());
        var step = form.step(PlanStepId.next(), template.code(), null);
        templates.insert(step);
        templates.place(step.id(), form.place());
        record("plans.step-added", template, step);
    }

    @Transactional
    Outcome<PlanStep> change(PlanTemplate template, PlanStep before, StepForm form) {
        rights.require(PlanPermission.PLANS_EDIT);
        templates.alone(template.code());
        var step = form.step(before.id(), template.code(), before);
        if (!templates.update(step)) {
            return new Outcome.Overtaken<>(templates.steps(template.code()).stream()
                    .filter(now -> now.id().equals(before.id()))
                    .findFirst()
                    .orElse(before));
        }
        if (!form.place().equals(step.id().toString())) {
            templates.place(step.id(), form.place());
        }
        record("plans.step-changed", template, step);
        return new Outcome.Kept<>();
    }

    @Transactional
    void remove(PlanTemplate template, PlanStep step) {
        rights.require(PlanPermission.PLANS_EDIT);
        templates.remove(step.id());
        record("plans.step-removed", template, step);
        mayBeUndone(template);
    }

    private void mayBeUndone(PlanTemplate template) {
        audit.mayBeUndone(
                PlanPermission.PLANS_EDIT,
                new Audit.Subject("plan-template", template.code()),
                "/plan-templates/" + template.code());
    }

    private void record(String act, PlanTemplate template) {
        audit.record(
                act,
                new Audit.Subject("plan-template", template.code()),
                Map.of("name", template.name().original()));
    }

    private void record(String act, PlanTemplate template, PlanStep step) {
        audit.record(
                act,
                new Audit.Subject("plan-template", template.code()),
                Map.of("step", step.step().original()));
    }
}
