package org.interurban.platform.consultation;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.pairing.CityAnswers;
import org.interurban.platform.pairing.RoundId;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.web.Limits;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What cities answered to the partners proposed to them. */
@Repository
class Answers implements CityAnswers {

    static final int REASON_LENGTH = Limits.WORDS;
    static final int MOST_WISHES = 3;

    private final JdbcClient sql;
    private final Clock clock;

    Answers(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public List<Given> of(RoundId round) {
        return sql.sql("""
            select n.organisation, n.partner, n.answer, n.rank, n.reason, n.at, b.name as by,
                   exists (select from role_holder_view r
                            where r.account = n.by_account and r.scope_kind = 'CITY' and r.scope_id = n.organisation) as own
              from pairing_answer n join organisation_brief w on w.id = n.partner left join account_brief b on b.id = n.by_account
             where n.round = ?
             order by n.rank nulls first, w.code
            """).param(round.value()).query(Given.class).list();
    }

    void keep(
            RoundId round,
            OrganisationId organisation,
            OrganisationId partner,
            String answer,
            @Nullable Integer rank,
            @Nullable String reason,
            @Nullable AccountId by) {
        sql.sql("""
            insert into pairing_answer (id, round, organisation, partner, answer, rank, reason, at, by_account)
            values (:id, :round, :organisation, :partner, :answer, :rank, :reason, :at, :by)
            on conflict (round, organisation, partner) do update set answer = excluded.answer, rank = excluded.rank,
                   reason = excluded.reason, at = excluded.at, by_account = excluded.by_account
            """)
                .param("id", Identifier.next())
                .param("round", round.value())
                .param("organisation", organisation)
                .param("partner", partner)
                .param("answer", answer)
                .param("rank", rank)
                .param("reason", reason)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void dropWishes(RoundId round, OrganisationId organisation) {
        sql.sql("delete from pairing_answer where round = ? and organisation = ? and answer = 'wishes'")
                .params(round.value(), organisation)
                .update();
    }
}
