package org.interurban.platform.consultation;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.delivery.AnswerLinks;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.pairing.Asking;
import org.interurban.platform.pairing.Proposal;
import org.interurban.platform.pairing.Proposal.City;
import org.interurban.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes to the focal points of cities that have been proposed a partner; the mail can be answered by its links. */
@Component
class Invitations implements Asking {

    private static final Duration VALID = Duration.ofDays(60);

    private record FocalPoint(
            AccountId account, String email, @Nullable String language, OrganisationId city) {}

    private final JdbcClient sql;
    private final Mail mail;
    private final AnswerLinks links;
    private final PublicAddress address;
    private final MessageSource messages;

    Invitations(JdbcClient sql, Mail mail, AnswerLinks links, PublicAddress address, MessageSource messages) {
        this.sql = sql;
        this.mail = mail;
        this.links = links;
        this.address = address;
        this.messages = messages;
    }

    @Override
    public int ask(Proposal proposal, List<Proposal.Pair> pairs) {
        var focalPoints = focalPoints(pairs);
        var written = 0;
        for (var pair : pairs) {
            written += write(proposal, pair.a(), pair.b(), pair.score(), focalPoints);
            written += write(proposal, pair.b(), pair.a(), pair.score(), focalPoints);
        }
        return written;
    }

    private int write(Proposal proposal, City city, City partner, String score, List<FocalPoint> focalPoints) {
        var own = focalPoints.stream()
                .filter(focalPoint -> focalPoint.city().equals(city.organisation()))
                .toList();
        own.forEach(focalPoint -> mail.send(letter(proposal, city, partner, score, focalPoint)));
        return own.size();
    }

    private List<FocalPoint> focalPoints(List<Proposal.Pair> pairs) {
        var asked = pairs.stream()
                .flatMap(pair -> Stream.of(pair.a().organisation(), pair.b().organisation()))
                .toList();
        return sql.sql("""
            select account, email, language, scope_id as city from role_holder_view
             where role = 'FOCAL_POINT' and scope_kind = 'CITY' and scope_id = any(:cities)
             order by account
            """)
                .param("cities", asked.toArray(OrganisationId[]::new))
                .query(FocalPoint.class)
                .list();
    }

    private Mail.Message letter(Proposal proposal, City city, City partner, String score, FocalPoint focalPoint) {
        var locale = focalPoint.language() == null ? Locale.ENGLISH : Locale.forLanguageTag(focalPoint.language());
        return new Mail.Message(
                focalPoint.email(),
                messages.getMessage(
                        "consultation.mail.subject",
                        new Object[] {proposal.programmeName(), city.name(locale)},
                        locale),
                messages.getMessage(
                        "consultation.mail.body",
                        new Object[] {
                            proposal.programmeName(),
                            partner.name(locale),
                            city.name(locale),
                            score,
                            link("accepts", proposal, city, partner, focalPoint, locale),
                            link("declines", proposal, city, partner, focalPoint, locale),
                            address.of(city.address())
                        },
                        locale),
                true);
    }

    private String link(
            String answer, Proposal proposal, City city, City partner, FocalPoint focalPoint, Locale locale) {
        return links.link(
                new AnswerLinks.Question(
                        ProposalAnswerKind.PURPOSE,
                        String.join(" ", answer, proposal.id().value().toString(), city.id(), partner.id()),
                        focalPoint.account()),
                VALID,
                locale);
    }
}
