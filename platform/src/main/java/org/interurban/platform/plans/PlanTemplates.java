package org.interurban.platform.plans;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Codes;
import org.interurban.platform.database.Seen;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.Slug;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The templates of plans of this network with their steps. */
@Repository
class PlanTemplates {

    /**
     * @param steps how many it has
     * @param programme where the reader sees it
     * @param actions how many that the reader sees stand in plans of it
     */
    record Line(
            String code,
            String name,
            @Nullable String abbreviation,
            @Nullable String programme,
            int steps,
            int actions,
            boolean retired) {}

    private static final String TEMPLATE = """
        select t.code, localized(t.name, t.name_translations) as name, t.abbreviation, p.code as programme, t.retired, t.version
          from plan_template t left join programme_brief p on p.id = t.programme
        """;

    private static final String STEP = """
        select s.id, t.code as template, localized(s.step, s.step_translations) as step,
               localized(s.guidance, s.guidance_translations) as guidance, s.version
          from plan_template_step s join plan_template t on t.id = s.template
        """;

    private final JdbcClient sql;
    private final Codes codes;
    private final Rights rights;

    PlanTemplates(JdbcClient sql, Codes codes, Rights rights) {
        this.sql = sql;
        this.codes = codes;
        this.rights = rights;
    }

    Slice<Line> list(ListQuery query) {
        return lines().run(sql, query);
    }

    @Bean
    Listing<Line> planTemplateListing() {
        return Listing.of(Sheet.of("plan-templates", Line.class), lines().terms(), this::list)
                .at("/api/v1/plan-templates", "/plan-templates")
                .forEveryone();
    }

    Optional<PlanTemplate> find(String code) {
        return sql.sql(TEMPLATE + " where t.code = ?")
                .param(code)
                .query(PlanTemplate.class)
                .optional();
    }

    /**
     * What can be chosen for an action of the programme: its own templates, then those for all.
     *
     * @param kept one that is chosen already, and so stays in the choice
     */
    Map<String, String> choices(@Nullable ProgrammeId programme, @Nullable String kept, Locale locale) {
        var names = new LinkedHashMap<String, String>();
        sql.sql(TEMPLATE + """
             where (t.programme is null or t.programme = :programme::uuid) and not t.retired or t.code = :kept
             order by t.programme is null, t.position, t.code
            """)
                .param("programme", programme)
                .param("kept", kept)
                .query(PlanTemplate.class)
                .list()
                .forEach(template -> names.put(template.code(), template.shown(locale)));
        return names;
    }

    /** The code of the template that is meant for the programme, where one alone is. */
    Optional<String> usual(@Nullable ProgrammeId programme) {
        var own = sql.sql("select code from plan_template where programme = ? and not retired")
                .param(programme)
                .query(String.class)
                .list();
        return own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty();
    }

    /** The id of the template that is written so, by code, abbreviation or name; one that is not there yet is added, for files. */
    @Nullable
    Object known(String written) {
        if (written.isEmpty()) {
            return null;
        }
        var found = find("lower(:written) in (lower(code), lower(abbreviation), lower(name))", written);
        if (found.isEmpty()) {
            var name = written.substring(0, Math.min(written.length(), PlanTemplate.NAME_LENGTH));
            insert(new PlanTemplate(code(name), LocalizedText.of(name), null, null, false, 0));
            return find("name = :written", name).orElseThrow();
        }
        return found.get();
    }

    private Optional<UUID> find(String condition, String written) {
        return sql.sql("select id from plan_template where " + condition + " order by position limit 1")
                .param("written", written)
                .query(UUID.class)
                .optional();
    }

    Optional<UUID> idOf(String code) {
        return find("code = :written", code);
    }

    String code(String name) {
        return codes.named("plan_template", Slug.of(name, "plan"));
    }

    void insert(PlanTemplate template) {
        write("""
            insert into plan_template (id, code, name, name_translations, abbreviation, programme, position, retired, version)
            select gen_random_uuid(), :code, original_of(:name), translations_of(:name), :abbreviation,
                   (select id from programme_brief where code = :programme), coalesce(max(position), 0) + 1, :retired, :version
              from plan_template
            """, template);
    }

    /** Whether the row was still at the version from which the change was made. */
    boolean update(PlanTemplate template) {
        return write("""
            update plan_template set name = original_of(:name), name_translations = translations_of(:name),
                   abbreviation = :abbreviation, programme = (select id from programme_brief where code = :programme),
                   retired = :retired, version = version + 1
             where code = :code and version = :version
            """, template) == 1;
    }

    /** Each part of a template or a step by its name. */
    private int write(String statement, Object kept) {
        return sql.sql(statement).paramSource(kept).update();
    }

    /** Actions that stood in such a plan stand in none from now on. */
    void remove(String code) {
        sql.sql("delete from plan_template where code = ?").param(code).update();
    }

    /** How many actions stand in such plans, by the name of their partnership. */
    Map<String, Integer> actions(String code, Locale locale) {
        var actions = new LinkedHashMap<String, Integer>();
        sql.sql("""
            select coalesce(in_language(p.name, p.name_translations, :language), '') as name, count(*) as many
              from plan_item i join plan_template t on t.id = i.template left join partnership_brief p on p.id = i.partnership
             where t.code = :code
             group by 1 order by 1
            """).param("language", locale.getLanguage()).param("code", code).query(rs -> {
            actions.put(rs.getString("name"), rs.getInt("many"));
        });
        return actions;
    }

    /** In their order. */
    List<PlanStep> steps(String template) {
        return sql.sql(STEP + " where t.code = ? order by s.position")
                .param(template)
                .query(PlanStep.class)
                .list();
    }

    Optional<PlanStep> step(String template, @Nullable Integer position) {
        return sql.sql(STEP + " where t.code = :template and s.position = :position")
                .param("template", template)
                .param("position", position)
                .query(PlanStep.class)
                .optional();
    }

    /** A new one stands last until it is placed. */
    void insert(PlanStep step) {
        write("""
            insert into plan_template_step (id, template, position, step, step_translations, guidance, guidance_translations, version)
            select :id, t.id, (select coalesce(max(position), 0) + 1 from plan_template_step where template = t.id),
                   original_of(:step), translations_of(:step), original_of(:guidance), translations_of(:guidance), :version
              from plan_template t where t.code = :template
            """, step);
    }

    boolean update(PlanStep step) {
        return write("""
            update plan_template_step set step = original_of(:step), step_translations = translations_of(:step),
                   guidance = original_of(:guidance), guidance_translations = translations_of(:guidance),
                   version = version + 1
             where id = :id and version = :version
               and template = (select id from plan_template where code = :template)
            """, step) == 1;
    }

    void remove(PlanStepId step) {
        sql.sql("delete from plan_template_step where id = ?").param(step).update();
    }

    /** Lets one change of the order be made after the other. */
    void alone(String template) {
        sql.sql("select from plan_template where code = ? for update")
                .param(template)
                .query((rs, row) -> true)
                .optional();
    }

    /** @param after the id of the step behind which it stands from now on; empty for the first place */
    void place(PlanStepId step, String after) {
        sql.sql("""
            update plan_template_step k set position = -p.place
              from (select x.id, row_number() over (order by case when x.id = :step then coalesce(a.position, 0) else x.position end,
                                                             x.id = :step) as place
                      from plan_template_step x left join plan_template_step a on a.id::text = :after and a.template = x.template
                     where x.template = (select template from plan_template_step where id = :step)) p
             where p.id = k.id
            """).param("step", step).param("after", after).update();
        sql.sql("update plan_template_step set position = -position where position < 0")
                .update(); // in a second step, since no two may have one place in between
    }

    private ListSql<Line> lines() {
        return ListSql.of(() -> """
            select t.code, in_language(t.name, t.name_translations, :language) as name, t.abbreviation, p.code as programme,
                   (select count(*) from plan_template_step s where s.template = t.id)::int as steps,
                   (select count(*) from plan_item i join plan_item_seen_by s on s.id = i.id
                     where i.template = t.id and %1$s)::int as actions, t.retired, t.position
              from plan_template t
              left join (programme_brief p join programme_seen_by s on s.id = p.id and %1$s) on p.id = t.programme
            """.formatted(Seen.by(rights.current(), "s")), Line.class)
                .search("concat_ws(' ', t.code, t.name, t.name_translations::text, t.abbreviation)")
                .filter("programme", "p.code = :programme")
                .filter("retired", "t.retired = (:retired = 'yes')")
                .sort("name", "lower(name)")
                .sort("actions", "actions")
                .usually("position, code");
    }
}
