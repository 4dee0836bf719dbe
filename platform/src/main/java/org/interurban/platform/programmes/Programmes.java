package org.interurban.platform.programmes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Codes;
import org.interurban.platform.database.Seen;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.shared.Slug;
import org.interurban.platform.web.ThisNetwork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All programmes, and what higher floors ask of them. */
@Repository
public class Programmes {

    /** A programme as other modules name it. */
    public record Brief(ProgrammeId id, String code, String name, boolean published) {}

    private final JdbcClient sql;
    private final Codes codes;
    private final Rights rights;
    private final ThisNetwork network;

    Programmes(JdbcClient sql, Codes codes, Rights rights, ThisNetwork network) {
        this.sql = sql;
        this.codes = codes;
        this.rights = rights;
        this.network = network;
    }

    /** Whether a new one is preset to be seen by everyone. */
    boolean opensNew() {
        return network.settings().opensNew();
    }

    /** Lets nobody else add to the programme until the transaction ends: who would add the same waits, and then finds it. */
    public void alone(ProgrammeId programme) {
        sql.sql("select from programme where id = ? for no key update")
                .param(programme)
                .query((rs, row) -> true)
                .single();
    }

    /** Whether there is one at all, seen or not. */
    public boolean areThere() {
        return sql.sql("select exists (select from programme)")
                .query(Boolean.class)
                .single();
    }

    public Optional<ProgrammeId> idOf(String code) {
        return sql.sql("select id from programme where code = ?")
                .param(code)
                .query(UUID.class)
                .optional()
                .map(ProgrammeId::new);
    }

    /** The programme, where the current person sees it. */
    public Optional<Brief> brief(String code, Locale locale) {
        return sql.sql(seen() + " and p.code = :code")
                .param("language", locale.getLanguage())
                .param("code", code)
                .query(Programmes::brief)
                .optional();
    }

    /** The programmes that the current person sees and their names, for a choice in a form or a filter. */
    public List<Brief> all(Locale locale) {
        return sql.sql(seen() + " order by coalesce(p.abbreviation, p.name)")
                .param("language", locale.getLanguage())
                .query(Programmes::brief)
                .list();
    }

    private String seen() {
        return """
            select p.id, p.code, in_language(p.name, p.name_translations, :language) as name, p.published
              from programme p join programme_seen_by s on s.id = p.id
             where %s\
            """.formatted(Seen.by(rights.current(), "s"));
    }

    private static Brief brief(ResultSet rs, int row) throws SQLException {
        return new Brief(
                new ProgrammeId(rs.getObject("id", UUID.class)),
                rs.getString("code"),
                rs.getString("name"),
                rs.getBoolean("published"));
    }

    /** Also one that the current person does not see: a city may work on its own part in it. */
    public Optional<Programme> find(String code) {
        return find(code, "true");
    }

    /** The programme, where the current person sees it. */
    public Optional<Programme> seen(String code) {
        return find(code, Seen.by(rights.current(), "s"));
    }

    private Optional<Programme> find(String code, String condition) {
        return sql.sql("""
            select p.id, p.code, localized(p.name, p.name_translations) as name, p.abbreviation, p.kind,
                   parent.code as parent, p.from_on, p.from_precision, p.to_on, p.to_precision, p.scope, p.forms,
                   x.code as taxonomy, localized(p.description, p.description_translations) as description, p.published, p.version
              from programme p
              join programme_seen_by s on s.id = p.id
              left join programme parent on parent.id = p.parent
              left join taxonomy_brief x on x.id = p.taxonomy
             where p.code = ? and\s""" + condition).param(code).query(Kept.class).optional().map(Kept::programme);
    }

    /** A programme as its row holds it. */
    private record Kept(
            ProgrammeId id,
            String code,
            LocalizedText name,
            @Nullable String abbreviation,
            ProgrammeKind kind,
            @Nullable String parent,
            @Nullable LocalDate fromOn,
            Precision fromPrecision,
            @Nullable LocalDate toOn,
            Precision toPrecision,
            List<String> scope,
            List<String> forms,
            @Nullable String taxonomy,
            @Nullable LocalizedText description,
            boolean published,
            int version) {

        Programme programme() {
            return new Programme(
                    id,
                    code,
                    name,
                    abbreviation,
                    kind,
                    parent,
                    PartialPeriod.around(fromOn, fromPrecision),
                    PartialPeriod.around(toOn, toPrecision),
                    scope,
                    forms,
                    taxonomy,
                    description,
                    published,
                    version);
        }
    }

    public static List<String> texts(ResultSet rs, String column) throws SQLException {
        var array = rs.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** False where its code is taken. */
    boolean insert(Programme programme) {
        return write("""
            insert into programme (id, code, name, name_translations, abbreviation, kind, parent, from_on, from_precision,
                   to_on, to_precision, scope, forms, taxonomy, description, description_translations, published)
            values (:id, :code, original_of(:name), translations_of(:name), :abbreviation, :kind,
                   (select id from programme where code = :parent), :from, :fromPrecision, :to, :toPrecision,
                   :scope, :forms, (select id from taxonomy_brief where code = :taxonomy), original_of(:description),
                   translations_of(:description), :published)
            on conflict (code) do nothing
            """, programme) == 1;
    }

    /** Whether the row was still at the version from which the change was made. */
    boolean update(Programme programme) {
        return write("""
            update programme set name = original_of(:name), name_translations = translations_of(:name),
                   abbreviation = :abbreviation, kind = :kind,
                   parent = (select id from programme where code = :parent),
                   from_on = :from, from_precision = :fromPrecision, to_on = :to, to_precision = :toPrecision,
                   scope = :scope, forms = :forms, taxonomy = (select id from taxonomy_brief where code = :taxonomy),
                   description = original_of(:description),
                   description_translations = translations_of(:description),
                   published = :published, version = version + 1
             where id = :id and version = :version and code = :code
            """, programme) == 1;
    }

    /** A code for a new one, of its abbreviation or its name. */
    String freeCode(String name) {
        return codes.named("programme", Slug.of(name, "programme"));
    }

    void setPredecessor(ProgrammeId programme, ProgrammeId predecessor) {
        sql.sql("update programme set predecessor = ? where id = ?")
                .params(predecessor.value(), programme.value())
                .update();
    }

    private int write(String statement, Programme programme) {
        return sql.sql(statement)
                .param("id", programme.id().value())
                .param("code", programme.code())
                .param("name", programme.name())
                .param("abbreviation", programme.abbreviation())
                .param("kind", programme.kind().code())
                .param("parent", programme.parent())
                .param("from", programme.start().from())
                .param("fromPrecision", programme.start().precision().code())
                .param("to", programme.end().to())
                .param("toPrecision", programme.end().precision().code())
                .param("scope", programme.scope().toArray(String[]::new))
                .param("forms", programme.forms().toArray(String[]::new))
                .param("taxonomy", programme.taxonomy())
                .param("description", programme.description())
                .param("published", programme.published())
                .param("version", programme.version())
                .update();
    }
}
