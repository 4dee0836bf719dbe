package org.interurban.platform.plans;

import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Objects;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What people fill in about a template of plans. */
record TemplateForm(
        @Worded(max = PlanTemplate.NAME_LENGTH, needed = true)
        Words name,

        @Size(max = PlanTemplate.ABBREVIATION_LENGTH, message = "{plans.error.too-long}") @Nullable
        String abbreviation,

        @Nullable String programme,
        @Nullable Boolean retired,
        @Nullable Integer version) {

    TemplateForm {
        name = Objects.requireNonNullElse(name, Words.NONE);
    }

    static TemplateForm empty() {
        return new TemplateForm(Words.NONE, null, null, null, 0);
    }

    static TemplateForm of(PlanTemplate template) {
        return new TemplateForm(
                Words.of(template.name()),
                template.abbreviation(),
                template.programme(),
                template.retired(),
                template.version());
    }

    /** @param programmes the codes of those that can be chosen */
    void check(Errors errors, Collection<String> programmes) {
        if (!text(programme).isEmpty() && !programmes.contains(text(programme))) {
            errors.rejectValue("programme", "plans.error.programme");
        }
    }

    PlanTemplate template(String code, @Nullable LocalizedText before) {
        return new PlanTemplate(
                code,
                Objects.requireNonNull(name.text(before)),
                textOrNull(abbreviation),
                textOrNull(programme),
                Boolean.TRUE.equals(retired),
                version == null ? -1 : version);
    }
}
