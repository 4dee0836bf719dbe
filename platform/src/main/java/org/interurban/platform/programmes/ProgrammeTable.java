package org.interurban.platform.programmes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code programmes.csv}. */
@Component
class ProgrammeTable implements RecordTable {

    private final JdbcClient sql;
    private final Programmes programmes;
    private final Sources sources;

    ProgrammeTable(JdbcClient sql, Programmes programmes, Sources sources) {
        this.sql = sql;
        this.programmes = programmes;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "programmes";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "name", "kind");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of(
                "name_xx",
                "abbreviation",
                "parent",
                "predecessor",
                "start",
                "end",
                "scope",
                "cities_total",
                "regions_total",
                "forms",
                "taxonomy",
                "description",
                "description_xx",
                "published",
                "note",
                "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select p.code, p.name, p.name_translations as name_xx, p.abbreviation, p.kind, parent.code as parent,
                   predecessor.code as predecessor, partial_date(p.from_on, p.from_precision) as start,
                   partial_date(p.to_on, p.to_precision) as end, p.scope, p.cities_total, p.regions_total, p.forms, x.code as taxonomy,
                   p.description, p.description_translations as description_xx, p.published, p.note,
                   cited('programme', p.code) as sources
              from programme p
              left join programme parent on parent.id = p.parent
              left join programme predecessor on predecessor.id = p.predecessor
              left join taxonomy_brief x on x.id = p.taxonomy
             order by p.code
            """);
    }

    @Override
    public void load(List<Row> rows) {

        for (var row : rows) {
            var code = row.code("code");
            var name = row.required("name", Programme.NAME_LENGTH);
            var kind = row.oneOf("kind", ProgrammeKind.class);
            var start = row.period("start", "", "");
            var end = row.period("end", "", "");
            if (start.from() != null && end.to() != null && start.from().isAfter(end.to())) {
                row.fault("end", "lies before the start");
            }
            for (var form : row.list("forms")) {
                if (!Coded.codes(CooperationForm.class).contains(form)) {
                    row.fault(
                            "forms",
                            "\"%s\" is none of: %s"
                                    .formatted(form, String.join(", ", Coded.codes(CooperationForm.class))));
                }
            }
            var citiesTotal = row.integer("cities_total");
            var regionsTotal = row.integer("regions_total");
            var taxonomy = row.reference(
                    "taxonomy", "list of topics", list -> sql.sql("select id from taxonomy_brief where code = ?")
                            .param(list)
                            .query(UUID.class)
                            .optional());
            var published = row.yesOrUnknown("published");
            if (!row.isSound()) {
                continue;
            }
            sql.sql("""
                insert into programme (id, code, name, name_translations, abbreviation, kind, description,
                       description_translations, scope, forms, from_on, from_precision, to_on, to_precision,
                       cities_total, regions_total, taxonomy, note, published)
                values (:id, :code, :name, :names::jsonb, :abbreviation, :kind, :description,
                       :descriptions::jsonb, :scope, :forms, :from, :fromPrecision, :to, :toPrecision,
                       :citiesTotal, :regionsTotal, :taxonomy, :note, :published)
                on conflict (code) do update set name = excluded.name,
                       name_translations = excluded.name_translations, abbreviation = excluded.abbreviation,
                       kind = excluded.kind, description = excluded.description,
                       description_translations = excluded.description_translations, scope = excluded.scope,
                       forms = excluded.forms, from_on = excluded.from_on, from_precision = excluded.from_precision,
                       to_on = excluded.to_on, to_precision = excluded.to_precision,
                       cities_total = excluded.cities_total, regions_total = excluded.regions_total,
                       taxonomy = excluded.taxonomy,
                       note = excluded.note, published = excluded.published
                """)
                    .param("id", Identifier.next())
                    .param("code", code)
                    .param("name", name)
                    .param("names", row.translationsJson("name"))
                    .param("abbreviation", row.textOrNull("abbreviation"))
                    .param("kind", kind)
                    .param("description", row.textOrNull("description"))
                    .param("descriptions", row.translationsJson("description"))
                    .param("scope", row.list("scope").toArray(String[]::new))
                    .param("forms", row.list("forms").toArray(String[]::new))
                    .param("from", start.from())
                    .param("fromPrecision", start.precision().code())
                    .param("to", end.to())
                    .param("toPrecision", end.precision().code())
                    .param("citiesTotal", citiesTotal)
                    .param("regionsTotal", regionsTotal)
                    .param("taxonomy", taxonomy)
                    .param("note", row.textOrNull("note"))
                    .param("published", published == null || published)
                    .update();
            sources.cite(row, "programme", code);
        }
        rows.forEach(this::relate);
    }

    /** In a second step, because a file may name a programme before its line. */
    private void relate(Row row) {
        var parent = row.reference("parent", "programme", programmes::idOf);
        var predecessor = row.reference("predecessor", "programme", programmes::idOf);
        sql.sql("""
            update programme set parent = :parent, predecessor = :predecessor
             where code = :code and (parent, predecessor) is distinct from (:parent::uuid, :predecessor::uuid)
            """)
                .param("parent", parent == null ? null : parent.value())
                .param("predecessor", predecessor == null ? null : predecessor.value())
                .param("code", row.text("code"))
                .update();
    }
}
