package org.interurban.platform.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Seen;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.sources.SeenRecords;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.sources.Sources.Cited;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is known of the network as a whole: its clusters, chapters, office bearers, figures and milestones. */
@Service
public class Network {

    /** @param link to the member's or the organisation's page */
    public record Holder(
            String name,
            @Nullable String localName,
            @Nullable String localLanguage,
            String link) {}

    /** @param code under which its passages are known, as of those below */
    public record Leader(String code, Holder member, String role) {}

    /** @param nameLanguage in which the reader sees it, null where nobody said; likewise below */
    public record Cluster(
            String code,
            String name,
            @Nullable String nameLanguage,
            List<Leader> leaders,
            PartialPeriod elected,
            @Nullable String electedAt) {

        public List<Leader> of(String role) {
            return leaders.stream().filter(leader -> leader.role().equals(role)).toList();
        }
    }

    public record Chapter(
            String code,
            String name,
            @Nullable String nameLanguage,
            String countryName,
            String country,
            @Nullable Holder host,
            @Nullable String note) {}

    /** @param person who holds it for the body; only people in public posts are named */
    public record OfficeBearer(
            String code,
            String term,
            String role,
            @Nullable Integer rank,
            Holder holder,
            @Nullable String person) {}

    /** A count at a date. @param chosen whether the public sees it; where two disagree they name the same question */
    public record Figure(
            String code,
            String subject,
            String measure,
            Quantity quantity,
            PartialPeriod date,
            @Nullable String area,
            @Nullable String question,
            boolean chosen,
            @Nullable String note,
            List<Cited> sources) {}

    public record Milestone(
            String code,
            PartialPeriod date,
            String title,
            @Nullable String titleLanguage,
            String subject,
            @Nullable String programme,
            @Nullable String description,
            List<Cited> sources) {}

    /** What the network says of itself. */
    public record Statement(
            String code,
            String aspect,
            @Nullable String value,
            @Nullable String valueLanguage,
            String text,
            @Nullable String textLanguage) {

        /** What it is about, without which part of that. */
        public String about() {
            return aspect.split("\\.", 2)[0];
        }
    }

    /** A step of a method that belongs to no programme. */
    public record Step(
            String code,
            String method,
            String step,
            @Nullable String stepLanguage,
            @Nullable String note) {}

    private record Role(
            String cluster,
            Leader leader,
            PartialPeriod elected,
            @Nullable String electedAt) {}

    private static final String HOLDER = """
        in_language(o.name, o.name_translations, :language) as holder_name,
        case when o.local_language <> :language then o.local_name end as holder_local, o.local_language as holder_language,
        case when m.code is not null then '/members/' || m.code
             when o.local_government then '/cities/' || o.code else '/organisations/' || o.code end as holder_link
        """;

    private final JdbcClient sql;
    private final Sources sources;
    private final SeenRecords seen;
    private final Rights rights;

    Network(JdbcClient sql, Sources sources, SeenRecords seen, Rights rights) {
        this.sql = sql;
        this.sources = sources;
        this.seen = seen;
        this.rights = rights;
    }

    public List<Cluster> clusters(Locale locale) {
        var roles = sql.sql("select k.code, k.code || '.' || m.code as leader, r.role, "
                        + seen.named("activity", "r.elected_at")
                        + " as elected_at, r.from_on, r.to_on, r.precision, " + HOLDER + """
                         from cluster_role r
                         join cluster k on k.id = r.cluster
                         join member_brief m on m.id = r.member
                         join organisation_brief o on o.id = m.organisation
                        order by r.position
                        """)
                .param("language", locale.getLanguage())
                .query((rs, row) -> new Role(
                        rs.getString("code"),
                        new Leader(rs.getString("leader"), holder(rs), rs.getString("role")),
                        period(rs),
                        rs.getString("elected_at")))
                .list();
        return sql.sql("""
            select code, in_language(name, name_translations, :language) as name,
                   language_shown(name_translations, :language) as name_language
              from cluster order by position
            """)
                .param("language", locale.getLanguage())
                .query((rs, row) ->
                        cluster(rs.getString("code"), rs.getString("name"), rs.getString("name_language"), roles))
                .list();
    }

    private static Cluster cluster(String code, String name, @Nullable String nameLanguage, List<Role> roles) {
        var mine = roles.stream().filter(role -> role.cluster().equals(code)).toList();
        return new Cluster(
                code,
                name,
                nameLanguage,
                mine.stream().map(Role::leader).toList(),
                mine.isEmpty() ? PartialPeriod.UNKNOWN : mine.getFirst().elected(),
                mine.isEmpty() ? null : mine.getFirst().electedAt());
    }

    public List<Chapter> chapters(Locale locale) {
        return sql.sql("""
            select n.code, in_language(n.name, n.name_translations, :language) as name,
                   language_shown(n.name_translations, :language) as name_language, n.country, n.note,
                   in_language(c.name, c.name_translations, :language) as country_name,
            """ + HOLDER + """
              from national_chapter n
              join country_brief c on c.code = n.country
              left join member_brief m on m.id = n.host
              left join organisation_brief o on o.id = m.organisation
             order by country_name
            """)
                .param("language", locale.getLanguage())
                .query((rs, row) -> new Chapter(
                        rs.getString("code"),
                        rs.getString("name"),
                        rs.getString("name_language"),
                        rs.getString("country_name"),
                        rs.getString("country"),
                        rs.getString("holder_name") == null ? null : holder(rs),
                        rs.getString("note")))
                .list();
    }

    /** The office bearers of every term, the latest first, in the order of their offices. */
    public List<OfficeBearer> officeBearers(Locale locale) {
        return sql.sql("select b.term || '.' || b.role || '.' || o.code as code, b.term, b.role, b.rank, p.name as"
                        + " person, "
                        + HOLDER + """
                         from office_bearer b
                         join organisation_brief o on o.id = b.organisation
                         left join member_brief m on m.organisation = o.id
                         left join person_brief p on p.id = b.person
                        order by b.term desc, b.position
                        """)
                .param("language", locale.getLanguage())
                .query((rs, row) -> new OfficeBearer(
                        rs.getString("code"),
                        rs.getString("term"),
                        rs.getString("role"),
                        rs.getObject("rank", Integer.class),
                        holder(rs),
                        rs.getString("person")))
                .list();
    }

    public List<Statement> statements(Locale locale) {
        return sql.sql("""
            select code, aspect, in_language(value, value_translations, :language) as value,
                   language_shown(value_translations, :language) as value_language,
                   in_language(text, text_translations, :language) as text,
                   language_shown(text_translations, :language) as text_language
              from network_statement order by position
            """)
                .param("language", locale.getLanguage())
                .query(Statement.class)
                .list();
    }

    public List<Step> steps(Locale locale) {
        return sql.sql("""
            select method || '/' || position as code, in_language(method_name, method_name_translations, :language) as method,
                   in_language(step, step_translations, :language) as step,
                   language_shown(step_translations, :language) as step_language, note
              from method_step_brief where programme is null order by method_step_brief.method, position
            """)
                .param("language", locale.getLanguage())
                .query(Step.class)
                .list();
    }

    /** The figures of a subject (network, knowledge-platform …); the public sees the chosen ones, officers every reading. */
    public List<Figure> figures(String subject) {
        return figures("subject = :value and programme is null", subject);
    }

    /** The figures of all else that is no programme. */
    public List<Figure> figuresBesides(String subject) {
        return figures("subject <> :value and programme is null", subject);
    }

    /** The figures of a programme. */
    public List<Figure> figuresOfProgramme(String programme) {
        return figures("programme = :value", programme);
    }

    private List<Figure> figures(String condition, String value) {
        var figures = sql.sql("""
             select code, subject, measure, low, high, qualifier, unit, from_on, to_on, precision, area, question,
                    chosen, note
               from network_figure join network_figure_seen_by s using (id)
              where %s and %s order by position
            """.formatted(Seen.by(rights.current(), "s"), condition))
                .param("value", value)
                .query((rs, row) -> new Figure(
                        rs.getString("code"),
                        rs.getString("subject"),
                        rs.getString("measure"),
                        new Quantity(
                                rs.getBigDecimal("low"),
                                rs.getBigDecimal("high"),
                                Coded.of(Quantity.Qualifier.class, rs.getString("qualifier")),
                                rs.getString("unit")),
                        period(rs),
                        rs.getString("area"),
                        rs.getString("question"),
                        rs.getBoolean("chosen"),
                        rs.getString("note"),
                        List.of()))
                .list();
        var cited = cited("figure", figures.stream().map(Figure::code).toList());
        return figures.stream()
                .map(figure -> new Figure(
                        figure.code(),
                        figure.subject(),
                        figure.measure(),
                        figure.quantity(),
                        figure.date(),
                        figure.area(),
                        figure.question(),
                        figure.chosen(),
                        figure.note(),
                        cited.getOrDefault(figure.code(), List.of())))
                .toList();
    }

    public List<Milestone> milestones(Locale locale) {
        var milestones = sql.sql("""
            select code, from_on, to_on, precision, in_language(title, title_translations, :language) as title,
                   language_shown(title_translations, :language) as title_language, subject, programme, description
              from milestone join milestone_seen_by s using (id)
             where %s
             order by from_on nulls first, code
            """.formatted(Seen.by(rights.current(), "s")))
                .param("language", locale.getLanguage())
                .query((rs, row) -> new Milestone(
                        rs.getString("code"),
                        period(rs),
                        rs.getString("title"),
                        rs.getString("title_language"),
                        rs.getString("subject"),
                        rs.getString("programme"),
                        rs.getString("description"),
                        List.of()))
                .list();
        var cited = cited("milestone", milestones.stream().map(Milestone::code).toList());
        return milestones.stream()
                .map(milestone -> new Milestone(
                        milestone.code(),
                        milestone.date(),
                        milestone.title(),
                        milestone.titleLanguage(),
                        milestone.subject(),
                        milestone.programme(),
                        milestone.description(),
                        cited.getOrDefault(milestone.code(), List.of())))
                .toList();
    }

    private static Holder holder(ResultSet rs) throws SQLException {
        return new Holder(
                rs.getString("holder_name"),
                rs.getString("holder_local"),
                rs.getString("holder_language"),
                rs.getString("holder_link"));
    }

    private static PartialPeriod period(ResultSet rs) throws SQLException {
        return new PartialPeriod(
                rs.getObject("from_on", LocalDate.class),
                rs.getObject("to_on", LocalDate.class),
                Coded.of(Precision.class, rs.getString("precision")));
    }

    private Map<String, List<Cited>> cited(String kind, List<String> codes) {
        return codes.isEmpty() ? Map.of() : sources.of(kind, codes);
    }
}
