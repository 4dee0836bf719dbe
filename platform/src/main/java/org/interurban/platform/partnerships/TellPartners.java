package org.interurban.platform.partnerships;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.interurban.platform.accounts.RoleHolders.Holder;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.People;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.delivery.Notices;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the focal points of cities what became of something of theirs: once, in their language, with reason and next step. */
@Service
public class TellPartners {

    /**
     * What people are told.
     *
     * @param words key of what was said; with {@code .subject}, {@code .text} and {@code .next} after it, of the letter's parts
     * @param arguments of these words, in a reader's language
     * @param reason as somebody wrote it, empty where nobody did
     * @param path of the page where they read on
     */
    public record News(
            Notices.Subject about, String words, Function<Locale, Object[]> arguments, String reason, String path) {}

    /** Letters of a reason. */
    public static final int REASON_LENGTH = 1_000;

    private final JdbcClient sql;
    private final Notices notices;
    private final People people;
    private final Languages languages;
    private final Rights rights;
    private final PublicAddress address;
    private final MessageSource messages;

    TellPartners(
            JdbcClient sql,
            Notices notices,
            People people,
            Languages languages,
            Rights rights,
            PublicAddress address,
            MessageSource messages) {
        this.sql = sql;
        this.notices = notices;
        this.people = people;
        this.languages = languages;
        this.rights = rights;
        this.address = address;
        this.messages = messages;
    }

    /** The focal points of the cities that belong to the partnership, without the one who acts. */
    public List<Holder> focalPoints(PartnershipId partnership) {
        return focalPoints(
                "select organisation from partnership_member where partnership = :which and left_on is null",
                partnership.value());
    }

    /** The focal points of the cities, without the one who acts. */
    public List<Holder> focalPoints(Collection<OrganisationId> cities) {
        return cities.isEmpty()
                ? List.of()
                : focalPoints("select unnest(:which::uuid[])", cities.toArray(OrganisationId[]::new));
    }

    private List<Holder> focalPoints(String cities, Object which) {
        return sql.sql("""
            select distinct account, name, email, language from role_holder_view
             where role = 'FOCAL_POINT' and scope_kind = 'CITY' and scope_id in (%s)
               and account is distinct from :by::uuid
             order by name, account
            """.formatted(cities))
                .param("which", which)
                .param("by", rights.current().account())
                .query(this::holder)
                .list();
    }

    /** Of a row with account, name, email and language; who chose none is written to in the first language of the network. */
    public Holder holder(ResultSet row, int n) throws SQLException {
        return new Holder(
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                Locale.forLanguageTag(Objects.requireNonNullElse(row.getString("language"), languages.first())));
    }

    /** Who was told of it, newest first. */
    public List<Notices.Told> told(Notices.Subject about) {
        return notices.of(about);
    }

    /** In the transaction of the change. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<Holder> whom, News news) {
        var by = rights.current().account();
        var name = by == null ? null : people.names(Set.of(by)).get(by);
        whom.forEach(holder -> notices.tell(news.about(), news.words(), holder.account(), letter(holder, news, name)));
    }

    private Mail.Message letter(Holder holder, News news, @Nullable String by) {
        var locale = holder.language();
        var said = news.arguments().apply(locale);
        var lines = new ArrayList<String>();
        lines.add(messages.getMessage("partnerships.letter.greeting", new Object[] {holder.name()}, locale));
        lines.add(messages.getMessage(news.words() + ".text", said, locale));
        if (!news.reason().isBlank()) {
            lines.add(messages.getMessage(
                    by == null ? "partnerships.letter.reason" : "partnerships.letter.reason-of",
                    new Object[] {news.reason().strip(), by == null ? "" : by},
                    locale));
        }
        lines.add(messages.getMessage(news.words() + ".next", said, locale));
        lines.add(address.of(news.path()));
        return new Mail.Message(
                holder.email(),
                messages.getMessage(news.words() + ".subject", said, locale),
                notices.letter(lines, locale),
                false,
                null);
    }
}
