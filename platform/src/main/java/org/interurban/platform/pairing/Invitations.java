package org.interurban.platform.pairing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.delivery.AnswerLinks;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.delivery.PublicAddress;
import org.interurban.platform.directory.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes to the focal points of cities that have been proposed a partner; the mail can be answered by its links. */
@Component
class Invitations {

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

    /** How many were written, to the cities of these pairs. */
    int send(Round round, Bench bench, List<int[]> pairs) {
        var focalPoints = focalPoints(bench, pairs);
        var written = 0;
        for (var pair : pairs) {
            for (var turn = 0; turn < 2; turn++) {
                var city = bench.city(pair[turn]);
                var partner = bench.city(pair[1 - turn]);
                var score = SolveRound.shown(bench.scoring().score(pair[0], pair[1]));
                for (var focalPoint : focalPoints) {
                    if (focalPoint.city().equals(city.organisation())) {
                        mail.send(letter(round, city, partner, score, focalPoint));
                        written++;
                    }
                }
            }
        }
        return written;
    }

    private List<FocalPoint> focalPoints(Bench bench, List<int[]> pairs) {
        var asked = new ArrayList<OrganisationId>();
        pairs.forEach(pair -> {
            asked.add(bench.city(pair[0]).organisation());
            asked.add(bench.city(pair[1]).organisation());
        });
        return sql.sql("""
            select account, email, language, scope_id as city from role_holder_view
             where role = 'FOCAL_POINT' and scope_kind = 'CITY' and scope_id = any(:cities)
             order by account
            """)
                .param("cities", asked.toArray(OrganisationId[]::new))
                .query(FocalPoint.class)
                .list();
    }

    private Mail.Message letter(Round round, RoundCity city, RoundCity partner, String score, FocalPoint focalPoint) {
        var locale = focalPoint.language() == null ? Locale.ENGLISH : Locale.forLanguageTag(focalPoint.language());
        return new Mail.Message(
                focalPoint.email(),
                messages.getMessage(
                        "pairing.mail.subject", new Object[] {round.programmeName(), city.name(locale)}, locale),
                messages.getMessage(
                        "pairing.mail.body",
                        new Object[] {
                            round.programmeName(),
                            partner.name(locale),
                            city.name(locale),
                            score,
                            link("accepts", round, city, partner, focalPoint, locale),
                            link("declines", round, city, partner, focalPoint, locale),
                            address.of(round.id().address() + "/cities/" + city.id())
                        },
                        locale),
                true);
    }

    private String link(
            String answer, Round round, RoundCity city, RoundCity partner, FocalPoint focalPoint, Locale locale) {
        return links.link(
                new AnswerLinks.Question(
                        ProposalAnswerKind.PURPOSE,
                        String.join(" ", answer, round.id().value().toString(), city.id(), partner.id()),
                        focalPoint.account()),
                VALID,
                locale);
    }
}
