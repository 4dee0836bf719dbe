package org.interurban.platform.programmes;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Codes;
import org.interurban.platform.database.Seen;
import org.interurban.platform.programmes.Terms.Budget;
import org.interurban.platform.programmes.Terms.Call;
import org.interurban.platform.programmes.Terms.Contact;
import org.interurban.platform.programmes.Terms.Funding;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.shared.Slug;
import org.interurban.platform.shared.WebAddress;
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
                    parent.code as parent, before.code as predecessor, p.from_on, p.from_precision, p.to_on, p.to_precision,
                    p.scope, p.forms,
                    x.code as taxonomy, localized(p.description, p.description_translations) as description,
                    p.call_opens_on, p.call_opens_precision, p.call_closes_on, p.call_closes_precision, p.call_at, p.contract_number,
                    p.budget_low, p.budget_high, p.budget_qualifier, p.budget_currency, p.contact_post, p.contact_mail,
                    localized(p.funding_line, p.funding_line_translations) as funding_line,
                    localized(p.disclaimer, p.disclaimer_translations) as disclaimer, p.published, p.version
               from programme p
               join programme_seen_by s on s.id = p.id
               left join programme parent on parent.id = p.parent
               left join programme before on before.id = p.predecessor
               left join taxonomy_brief x on x.id = p.taxonomy
              where p.code = ? and %s
            """.formatted(condition))
                .param(code)
                .query(Kept.class)
                .optional()
                .map(Kept::programme);
    }

    /** A programme as its row holds it. */
    private record Kept(
            ProgrammeId id,
            String code,
            LocalizedText name,
            @Nullable String abbreviation,
            ProgrammeKind kind,
            @Nullable String parent,
            @Nullable String predecessor,
            @Nullable LocalDate fromOn,
            Precision fromPrecision,
            @Nullable LocalDate toOn,
            Precision toPrecision,
            List<String> scope,
            List<String> forms,
            @Nullable String taxonomy,
            @Nullable LocalizedText description,
            @Nullable LocalDate callOpensOn,
            Precision callOpensPrecision,
            @Nullable LocalDate callClosesOn,
            Precision callClosesPrecision,
            @Nullable String callAt,
            @Nullable String contractNumber,
            @Nullable BigDecimal budgetLow,
            @Nullable BigDecimal budgetHigh,
            Quantity.@Nullable Qualifier budgetQualifier,
            @Nullable String budgetCurrency,
            @Nullable String contactPost,
            @Nullable String contactMail,
            @Nullable LocalizedText fundingLine,
            @Nullable LocalizedText disclaimer,
            boolean published,
            int version) {

        private @Nullable Budget budget() {
            return budgetLow == null || budgetQualifier == null || budgetCurrency == null
                    ? null
                    : new Budget(
                            new Quantity(budgetLow, budgetHigh, budgetQualifier, null),
                            Currency.getInstance(budgetCurrency));
        }

        private Terms terms() {
            return new Terms(
                    new Call(
                            PartialPeriod.around(callOpensOn, callOpensPrecision),
                            PartialPeriod.around(callClosesOn, callClosesPrecision),
                            WebAddress.of(callAt).orElse(null)),
                    contractNumber,
                    budget(),
                    new Contact(contactPost, MailAddress.of(contactMail).orElse(null)),
                    new Funding(fundingLine, disclaimer));
        }

        Programme programme() {
            return new Programme(
                    id,
                    code,
                    name,
                    abbreviation,
                    kind,
                    parent,
                    predecessor,
                    PartialPeriod.around(fromOn, fromPrecision),
                    PartialPeriod.around(toOn, toPrecision),
                    scope,
                    forms,
                    taxonomy,
                    description,
                    terms(),
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
            insert into programme (id, code, name, name_translations, abbreviation, kind, parent, predecessor, from_on, from_precision,
                   to_on, to_precision, scope, forms, taxonomy, description, description_translations, call_opens_on,
                   call_opens_precision, call_closes_on, call_closes_precision, call_at, contract_number, budget_low, budget_high,
                   budget_qualifier, budget_currency, contact_post, contact_mail, funding_line, funding_line_translations,
                   disclaimer, disclaimer_translations, published)
            values (:id, :code, original_of(:name), translations_of(:name), :abbreviation, :kind,
                   (select id from programme where code = :parent), (select id from programme where code = :predecessor),
                   :from, :fromPrecision, :to, :toPrecision,
                   :scope, :forms, (select id from taxonomy_brief where code = :taxonomy), original_of(:description),
                   translations_of(:description), :callOpens, :callOpensPrecision, :callCloses, :callClosesPrecision, :callAt,
                   :contractNumber, :budgetLow, :budgetHigh, :budgetQualifier, :budgetCurrency, :contactPost, :contactMail,
                   original_of(:fundingLine), translations_of(:fundingLine), original_of(:disclaimer),
                   translations_of(:disclaimer), :published)
            on conflict (code) do nothing
            """, programme) == 1;
    }

    /** Whether the row was still at the version from which the change was made. */
    boolean update(Programme programme) {
        return write("""
            update programme set name = original_of(:name), name_translations = translations_of(:name),
                   abbreviation = :abbreviation, kind = :kind,
                   parent = (select id from programme where code = :parent and id <> :id),
                   predecessor = (select id from programme where code = :predecessor and id <> :id),
                   from_on = :from, from_precision = :fromPrecision, to_on = :to, to_precision = :toPrecision,
                   scope = :scope, forms = :forms, taxonomy = (select id from taxonomy_brief where code = :taxonomy),
                   description = original_of(:description),
                   description_translations = translations_of(:description),
                   call_opens_on = :callOpens, call_opens_precision = :callOpensPrecision,
                   call_closes_on = :callCloses, call_closes_precision = :callClosesPrecision, call_at = :callAt,
                   contract_number = :contractNumber, budget_low = :budgetLow, budget_high = :budgetHigh,
                   budget_qualifier = :budgetQualifier, budget_currency = :budgetCurrency,
                   contact_post = :contactPost, contact_mail = :contactMail,
                   funding_line = original_of(:fundingLine), funding_line_translations = translations_of(:fundingLine),
                   disclaimer = original_of(:disclaimer), disclaimer_translations = translations_of(:disclaimer),
                   published = :published, version = version + 1
             where id = :id and version = :version and code = :code
            """, programme) == 1;
    }

    /** A code for a new one, of its abbreviation or its name. */
    String freeCode(String name) {
        return codes.named("programme", Slug.of(name, "programme"));
    }

    /** The address of its emblem, or none any more. */
    void showEmblem(ProgrammeId programme, @Nullable String address) {
        sql.sql("update programme set emblem = :address where id = :id")
                .param("address", address)
                .param("id", programme)
                .update();
    }

    @Nullable
    String emblem(ProgrammeId programme) {
        return sql.sql("select emblem from programme where id = ?")
                .param(programme)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private int write(String statement, Programme programme) {
        var terms = programme.terms();
        var call = terms.call();
        var budget = terms.budget();
        var amount = of(budget, Budget::amount);
        var contact = terms.contact();
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
                .param("predecessor", programme.predecessor())
                .param("description", programme.description())
                .param("callOpens", call.opens().from())
                .param("callOpensPrecision", call.opens().precision().code())
                .param("callCloses", call.closes().to())
                .param("callClosesPrecision", call.closes().precision().code())
                .param("callAt", of(call.at(), WebAddress::value))
                .param("contractNumber", terms.contractNumber())
                .param("budgetLow", of(amount, Quantity::low))
                .param("budgetHigh", of(amount, Quantity::high))
                .param("budgetQualifier", of(amount, Quantity::qualifier))
                .param("budgetCurrency", of(budget, money -> money.currency().getCurrencyCode()))
                .param("contactPost", contact.post())
                .param("contactMail", of(contact.mail(), MailAddress::value))
                .param("fundingLine", terms.funding().line())
                .param("disclaimer", terms.funding().disclaimer())
                .param("published", programme.published())
                .param("version", programme.version())
                .update();
    }

    private static <T, R> @Nullable R of(@Nullable T whole, Function<T, @Nullable R> part) {
        return whole == null ? null : part.apply(whole);
    }
}
