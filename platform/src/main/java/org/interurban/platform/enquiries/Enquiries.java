package org.interurban.platform.enquiries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Codes;
import org.interurban.platform.database.Seen;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.enquiries.Enquiry.Line;
import org.interurban.platform.enquiries.Enquiry.Side;
import org.interurban.platform.enquiries.Enquiry.State;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.shared.Slug;
import org.interurban.platform.taxonomy.TopicId;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListForm;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What cities have asked. */
@Repository
class Enquiries {

    private static final List<String> STATES = List.of("waiting", "accepted", "declined");

    /** @param state waiting, accepted or declined */
    record Row(
            String code,
            String city,
            @Nullable String country,
            String writer,
            String post,
            String email,
            String language,
            String state,
            @Nullable String programme,
            OffsetDateTime askedAt) {}

    private static final String SELECT = """
        select e.id, e.code, e.city, e.country, e.place, e.writer, e.post, e.email, e.language, e.message, e.asked_at, e.state,
               o.code as organisation, p.code as programme, e.decided_at, e.reason
          from enquiry e
          left join organisation_brief o on o.id = e.organisation
          left join programme_brief p on p.id = e.programme
        """;

    private final JdbcClient sql;
    private final Codes codes;
    private final Rights rights;
    private final Labels labels;

    Enquiries(JdbcClient sql, Codes codes, Rights rights, Labels labels) {
        this.sql = sql;
        this.codes = codes;
        this.rights = rights;
        this.labels = labels;
    }

    @Bean
    Listing<Row> enquiryListing() {
        return Listing.of(Sheet.of("enquiries", Row.class), rows().terms(), this::list)
                .at("/api/v1/enquiries", "/enquiries")
                .forNetwork(EnquiryPermission.ENQUIRIES)
                .asking(ListForm.searching("enquiries.search")
                        .choice("state", "enquiries.field.state")
                        .among(this::choices));
    }

    String freeCode(String city) {
        return codes.named("enquiry", Slug.of(city, "city"));
    }

    void insert(Enquiry enquiry, String token) {
        sql.sql("""
            insert into enquiry (id, code, city, country, place, writer, post, email, language, message, state, token, asked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'unconfirmed', ?, ?)
            """)
                .params(Arrays.asList(
                        enquiry.id(),
                        enquiry.code(),
                        enquiry.city(),
                        enquiry.country(),
                        enquiry.place(),
                        enquiry.writer(),
                        enquiry.post(),
                        enquiry.email().value(),
                        enquiry.language(),
                        enquiry.message(),
                        token,
                        enquiry.askedAt()))
                .update();
        var position = 0;
        for (var line : enquiry.lines()) {
            sql.sql("insert into enquiry_line (id, enquiry, kind, topic, statement, position) values (?, ?, ?,"
                            + " ?, ?, ?)")
                    .params(Arrays.asList(
                            Identifier.next(),
                            enquiry.id(),
                            line.side().code(),
                            line.topic(),
                            line.statement(),
                            position++))
                    .update();
        }
    }

    /** The one whose link holds the token, if it was asked after the moment; it may be confirmed already. */
    Optional<Enquiry> asked(String token, OffsetDateTime after, Locale locale) {
        return sql.sql(SELECT + " where e.token = :token and e.asked_at > :after")
                .param("token", token)
                .param("after", after)
                .query((rs, row) -> enquiry(rs, locale))
                .optional();
    }

    /** One that was confirmed, where the current person sees it. */
    Optional<Enquiry> seen(String code, Locale locale) {
        return sql.sql(SELECT + " join enquiry_seen_by s on s.id = e.id where e.code = :code and "
                        + Seen.by(rights.current(), "s"))
                .param("code", code)
                .query((rs, row) -> enquiry(rs, locale))
                .optional();
    }

    private Enquiry enquiry(ResultSet rs, Locale locale) throws SQLException {
        var id = new EnquiryId(rs.getObject("id", UUID.class));
        return new Enquiry(
                id,
                rs.getString("code"),
                rs.getString("city"),
                rs.getString("country"),
                rs.getObject("place", Long.class),
                rs.getString("writer"),
                rs.getString("post"),
                new MailAddress(rs.getString("email")),
                rs.getString("language"),
                rs.getString("message"),
                lines(id, locale),
                rs.getObject("asked_at", OffsetDateTime.class),
                state(rs));
    }

    private static State state(ResultSet rs) throws SQLException {
        var at = rs.getObject("decided_at", OffsetDateTime.class);
        return switch (rs.getString("state")) {
            case "unconfirmed" -> new State.Unconfirmed();
            case "waiting" -> new State.Waiting();
            case "accepted" -> new State.Accepted(rs.getString("organisation"), rs.getString("programme"), at);
            case "declined" -> new State.Declined(rs.getString("reason"), at);
            default -> throw new IllegalStateException("An enquiry in no state");
        };
    }

    private List<Line> lines(EnquiryId enquiry, Locale locale) {
        return sql.sql("""
            select l.kind, l.topic, in_language(t.label, t.label_translations, :language) as label, l.statement
              from enquiry_line l left join topic_label t on t.id = l.topic
             where l.enquiry = :enquiry order by l.position
            """)
                .param("language", locale.getLanguage())
                .param("enquiry", enquiry)
                .query((rs, row) -> new Line(
                        Coded.of(Side.class, rs.getString("kind")),
                        Identifier.ofNullable(rs.getObject("topic", UUID.class), TopicId::new),
                        rs.getString("label"),
                        rs.getString("statement")))
                .list();
    }

    /** Whether it was unconfirmed until now; whatever else was asked from its address, by whomever, gives way. */
    boolean confirm(Enquiry enquiry, OffsetDateTime at) {
        var isFirst = sql.sql("""
            update enquiry set state = 'waiting', confirmed_at = :at, version = version + 1
             where id = :id and state = 'unconfirmed'
            """).param("at", at).param("id", enquiry.id()).update() == 1;
        if (isFirst) {
            sql.sql("delete from enquiry where email = ? and state = 'unconfirmed'")
                    .param(enquiry.email().value())
                    .update();
        }
        return isFirst;
    }

    /** Whether it waits still; nobody else answers it until the transaction ends. */
    boolean waits(EnquiryId enquiry) {
        return sql.sql("select true from enquiry where id = ? and state = 'waiting' for update")
                .param(enquiry)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    void accept(EnquiryId enquiry, OrganisationId city, @Nullable ProgrammeId programme, OffsetDateTime at) {
        sql.sql("""
            update enquiry set state = 'accepted', organisation = :city, programme = :programme, decided_at = :at,
                   version = version + 1
             where id = :id
            """)
                .param("city", city)
                .param("programme", programme)
                .param("at", at)
                .param("id", enquiry)
                .update();
    }

    /** Whether it was waiting until now. */
    boolean decline(EnquiryId enquiry, String reason, OffsetDateTime at) {
        return sql.sql("""
            update enquiry set state = 'declined', reason = :reason, decided_at = :at, version = version + 1
             where id = :id and state = 'waiting'
            """)
                        .param("reason", reason)
                        .param("at", at)
                        .param("id", enquiry)
                        .update()
                == 1;
    }

    void forgetUnconfirmed(OffsetDateTime before) {
        sql.sql("delete from enquiry where state = 'unconfirmed' and asked_at < ?")
                .param(before)
                .update();
    }

    /** Whoever was taken in is a contact by now; that it was asked and answered stays in the trail. */
    void forgetAnswered(OffsetDateTime before) {
        sql.sql("delete from enquiry where decided_at < ?").param(before).update();
    }

    /** All that the address has asked. */
    void forget(MailAddress address) {
        sql.sql("delete from enquiry where email = ?").param(address.value()).update();
    }

    Slice<Row> list(ListQuery query) {
        return rows().run(sql, query);
    }

    private ListSql<Row> rows() {
        return ListSql.of("""
            select e.code, e.city, e.country, e.writer, e.post, e.email, e.language, e.state, p.code as programme,
                   e.asked_at
              from enquiry e
              join enquiry_seen_by s on s.id = e.id
              left join programme_brief p on p.id = e.programme
            """, Row.class)
                .visibleTo(rights, "s")
                .search("concat_ws(' ', e.city, e.writer, e.post, e.email)")
                .filter("state", "e.state = :state")
                .sort("city", "lower(city)")
                .sort("asked", "asked_at")
                .usually("state <> 'waiting', asked_at desc, code");
    }

    private Map<String, Map<String, String>> choices(String nothing, Locale locale) {
        return Map.of("state", labels.of("enquiries.state", STATES, locale));
    }
}
