package org.interurban.platform.plans;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.interurban.platform.archive.RecordFiles;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.sources.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of agreements, of who agrees, and of the actions of partnerships. */
@Configuration
class PlanFiles {

    private final RecordFiles files;
    private final Programmes programmes;
    private final Partnerships partnerships;
    private final Sources sources;
    private final JdbcClient sql;

    PlanFiles(RecordFiles files, Programmes programmes, Partnerships partnerships, Sources sources, JdbcClient sql) {
        this.files = files;
        this.programmes = programmes;
        this.partnerships = partnerships;
        this.sources = sources;
        this.sql = sql;
    }

    @Bean
    RecordTable agreementFile() {
        return files.file("agreements", 62, "agreement", "code", """
            select g.code, g.type, g.title, g.title_translations as title_xx, p.code as programme, s.code as partnership,
                   g.signed_at as activity, g.status, partial_period(g.from_on, g.to_on, g.precision) as date, g.precision,
                   g.place, g.subject, g.subject_translations as subject_xx, g.expires_on as expires, g.note,
                   cited('agreement', g.code) as sources
              from agreement g
              left join programme_brief p on p.id = g.programme
              left join partnership_brief s on s.id = g.partnership
             where g.removed_at is null
             order by g.code
            """)
                .code("code")
                .choice("type", AgreementType.class)
                .text("title", "title", Agreement.TITLE_LENGTH)
                .translated("title", "title")
                .oneIfAny("programme", "programme", "programme", programmes::idOf)
                .oneIfAny("partnership", "partnership", "partnership", partnerships::idOf)
                .choice("status", AgreementStatus.class)
                .date("date", "precision")
                .oneIfAny("activity", "signed_at", "activity", this::activity)
                .takes("expires", "expires_on", row -> row.period("expires", "", "")
                        .to())
                .textIfAny("place")
                .textIfAny("subject")
                .translated("subject", "subject")
                .textIfAny("note")
                .then("sources", row -> sources.cite(row, "agreement", row.text("code")));
    }

    /** Who agrees: a body of the directory, or one that is only named. */
    @Bean
    RecordTable agreementPartyFile(Plans plans, Directory directory) {
        return files.file("agreement_parties", 63, "agreement_party", "agreement, position", """
            select g.code as agreement, y.position as seq, o.code as organisation, y.name, y.kind,
                   cited('agreement-party', g.code || '/' || y.position) as sources
              from agreement_party y
              join agreement g on g.id = y.agreement
              left join organisation_brief o on o.id = y.organisation
             where g.removed_at is null
             order by g.code, y.position
            """)
                .one("agreement", "agreement", "agreement", plans::agreementOf)
                .needs("seq", "position", row -> row.integer("seq"))
                .oneIfAny("organisation", "organisation", "organisation", directory::idOf)
                .takes(
                        "name",
                        "name",
                        row -> row.text("name").isEmpty()
                                ? directory
                                        .find(row.text("organisation"), Locale.ENGLISH)
                                        .map(Directory.Entry::name)
                                        .orElseGet(() -> row.required("name"))
                                : row.text("name"))
                .textIfAny("kind")
                .then(
                        "sources",
                        row -> sources.cite(row, "agreement-party", row.text("agreement") + "/" + row.integer("seq")));
    }

    @Bean
    RecordTable planTemplateFile() {
        return files.file("plan_templates", 60, "plan_template", "code", """
            select t.code, t.name, t.name_translations as name_xx, t.abbreviation, p.code as programme, t.retired, t.note,
                   cited('plan-template', t.code) as sources
              from plan_template t left join programme_brief p on p.id = t.programme
             order by t.position, t.code
            """)
                .code("code")
                .text("name", "name", PlanTemplate.NAME_LENGTH)
                .translated("name", "name")
                .takes(
                        "abbreviation",
                        "abbreviation",
                        row -> limited(row, "abbreviation", PlanTemplate.ABBREVIATION_LENGTH))
                .oneIfAny("programme", "programme", "programme", programmes::idOf)
                .takes("retired", "retired", row -> row.yes("retired"))
                .textIfAny("note")
                .position("position")
                .then("sources", row -> sources.cite(row, "plan-template", row.text("code")));
    }

    /** The steps by which plans are made, each with how it is done. */
    @Bean
    RecordTable planTemplateStepFile(PlanTemplates templates) {
        return files.file("plan_template_steps", 61, "plan_template_step", "template, position", """
            select t.code as template, s.position as seq, s.step, s.step_translations as step_xx, s.guidance,
                   s.guidance_translations as guidance_xx, s.note, cited('plan-step', t.code || '/' || s.id) as sources
              from plan_template_step s join plan_template t on t.id = s.template
             order by t.position, t.code, s.position
            """)
                .one("template", "template", "template of plans", templates::idOf)
                .needs("seq", "position", row -> row.integer("seq"))
                .text("step", "step", PlanStep.STEP_LENGTH)
                .translated("step", "step")
                .takes("guidance", "guidance", row -> limited(row, "guidance", PlanStep.GUIDANCE_LENGTH))
                .translated("guidance", "guidance")
                .textIfAny("note")
                .then("sources", row -> templates
                        .step(row.text("template"), row.integer("seq"))
                        .ifPresent(step -> sources.cite(row, "plan-step", step.subject())));
    }

    /** The actions of partnerships and how far they have come. */
    @Bean
    RecordTable planItemFile(PlanTemplates templates, Directory directory) {
        return files.file("plan_items", 64, "plan_item", "code", """
            select i.code, p.code as programme, s.code as partnership, t.code as plan, i.position as seq, i.kind,
                   i.statement as title, i.statement_translations as title_xx, i.status, i.activity, i.question, o.code as owner,
                   i.due_on as due, i.note, cited('plan-item', i.code) as sources
              from plan_item i
              left join programme_brief p on p.id = i.programme
              left join partnership_brief s on s.id = i.partnership
              left join plan_template t on t.id = i.template
              left join organisation_brief o on o.id = i.owner
             where i.removed_at is null
             order by i.code
            """)
                .code("code")
                .oneIfAny("programme", "programme", "programme", programmes::idOf)
                .oneIfAny("partnership", "partnership", "partnership", partnerships::idOf)
                .takes("plan", "template", row -> templates.known(row.text("plan")))
                .choice("kind", ActionKind.class)
                .text("title", "statement", PlanItem.STATEMENT_LENGTH)
                .translated("title", "statement")
                .choice("status", ActionStatus.class)
                .takes("seq", "position", row -> Objects.requireNonNullElse(row.integer("seq"), 1))
                .oneIfAny("activity", "activity", "activity", this::activity)
                .oneIfAny("question", "question", "question", sources::question)
                .oneIfAny("owner", "owner", "organisation", directory::idOf)
                .takes("due", "due_on", row -> row.period("due", "", "").to())
                .textIfAny("note")
                .then("sources", row -> sources.cite(row, "plan-item", row.text("code")));
    }

    private Optional<String> activity(String code) {
        return sql.sql("select code from activity_brief where code = ?")
                .param(code)
                .query(String.class)
                .optional();
    }

    private static @Nullable String limited(Row row, String column, int length) {
        return row.text(column).isEmpty() ? null : row.required(column, length);
    }
}
