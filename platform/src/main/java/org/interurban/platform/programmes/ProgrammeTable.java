package org.interurban.platform.programmes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.shared.WebAddress;
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
                "call_opens",
                "call_closes",
                "call_at",
                "contract_number",
                "budget",
                "budget_max",
                "budget_qualifier",
                "currency",
                "contact_post",
                "contact_mail",
                "funding_line",
                "funding_line_xx",
                "disclaimer",
                "disclaimer_xx",
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
                   p.description, p.description_translations as description_xx,
                   partial_date(p.call_opens_on, p.call_opens_precision) as call_opens,
                   partial_date(p.call_closes_on, p.call_closes_precision) as call_closes, p.call_at, p.contract_number,
                   p.budget_low as budget, p.budget_high as budget_max, p.budget_qualifier, p.budget_currency as currency,
                   p.contact_post, p.contact_mail, p.funding_line, p.funding_line_translations as funding_line_xx,
                   p.disclaimer, p.disclaimer_translations as disclaimer_xx, p.published, p.note,
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
            var opens = row.period("call_opens", "", "");
            var closes = row.period("call_closes", "", "");
            if (opens.from() != null && closes.to() != null && opens.from().isAfter(closes.to())) {
                row.fault("call_closes", "lies before the call opens");
            }
            var budget = row.quantity("budget", "budget_max", "budget_qualifier", "currency");
            if (budget != null && !Currencies.isKnown(Objects.requireNonNullElse(budget.unit(), ""))) {
                row.fault("currency", "is the code of a currency in use, such as EUR");
            }
            var mail = MailAddress.of(row.text("contact_mail"));
            if (mail.isEmpty() && !row.text("contact_mail").isEmpty()) {
                row.fault("contact_mail", "is not an address of mail");
            }
            var callAt = row.link("call_at");
            atMost(row, "call_at", WebAddress.TYPED_LENGTH);
            atMost(row, "contract_number", Terms.CONTRACT_LENGTH);
            atMost(row, "contact_post", Terms.POST_LENGTH);
            atMost(row, "funding_line", Terms.LINE_LENGTH);
            atMost(row, "disclaimer", Terms.DISCLAIMER_LENGTH);
            if (!row.isSound()) {
                continue;
            }
            sql.sql("""
                insert into programme (id, code, name, name_translations, abbreviation, kind, description,
                       description_translations, scope, forms, from_on, from_precision, to_on, to_precision,
                       cities_total, regions_total, taxonomy, note, published, call_opens_on, call_opens_precision,
                       call_closes_on, call_closes_precision, call_at, contract_number, budget_low, budget_high, budget_qualifier,
                       budget_currency, contact_post, contact_mail, funding_line, funding_line_translations, disclaimer,
                       disclaimer_translations)
                values (:id, :code, :name, :names::jsonb, :abbreviation, :kind, :description,
                       :descriptions::jsonb, :scope, :forms, :from, :fromPrecision, :to, :toPrecision,
                       :citiesTotal, :regionsTotal, :taxonomy, :note, :published, :opens, :opensPrecision, :closes,
                       :closesPrecision, :callAt, :contract, :low, :high, :qualifier, :currency, :post, :mail, :line,
                       :lines::jsonb, :disclaimer, :disclaimers::jsonb)
                on conflict (code) do update set name = excluded.name,
                       name_translations = excluded.name_translations, abbreviation = excluded.abbreviation,
                       kind = excluded.kind, description = excluded.description,
                       description_translations = excluded.description_translations, scope = excluded.scope,
                       forms = excluded.forms, from_on = excluded.from_on, from_precision = excluded.from_precision,
                       to_on = excluded.to_on, to_precision = excluded.to_precision,
                       cities_total = excluded.cities_total, regions_total = excluded.regions_total,
                       taxonomy = excluded.taxonomy,
                       note = excluded.note, published = excluded.published,
                       call_opens_on = excluded.call_opens_on, call_opens_precision = excluded.call_opens_precision,
                       call_closes_on = excluded.call_closes_on, call_closes_precision = excluded.call_closes_precision,
                       call_at = excluded.call_at, contract_number = excluded.contract_number,
                       budget_low = excluded.budget_low, budget_high = excluded.budget_high,
                       budget_qualifier = excluded.budget_qualifier, budget_currency = excluded.budget_currency,
                       contact_post = excluded.contact_post, contact_mail = excluded.contact_mail,
                       funding_line = excluded.funding_line, funding_line_translations = excluded.funding_line_translations,
                       disclaimer = excluded.disclaimer, disclaimer_translations = excluded.disclaimer_translations
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
                    .param("opens", opens.from())
                    .param("opensPrecision", opens.precision().code())
                    .param("closes", closes.to())
                    .param("closesPrecision", closes.precision().code())
                    .param("callAt", callAt)
                    .param("contract", row.textOrNull("contract_number"))
                    .param("low", budget == null ? null : budget.low())
                    .param("high", budget == null ? null : budget.high())
                    .param("qualifier", budget == null ? null : budget.qualifier())
                    .param("currency", budget == null ? null : budget.unit())
                    .param("post", row.textOrNull("contact_post"))
                    .param("mail", mail.map(MailAddress::value).orElse(null))
                    .param("line", row.textOrNull("funding_line"))
                    .param("lines", row.translationsJson("funding_line"))
                    .param("disclaimer", row.textOrNull("disclaimer"))
                    .param("disclaimers", row.translationsJson("disclaimer"))
                    .update();
            sources.cite(row, "programme", code);
        }
        rows.forEach(this::relate);
    }

    private static void atMost(Row row, String column, int characters) {
        if (row.text(column).length() > characters) {
            row.fault(column, "is longer than %d characters".formatted(characters));
        }
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
