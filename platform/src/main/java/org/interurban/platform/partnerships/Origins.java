package org.interurban.platform.partnerships;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.interurban.platform.database.Exchange;
import org.interurban.platform.portraits.StationSource;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.portraits.Told;
import org.interurban.platform.portraits.View;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From which round partnerships come, and why; told on the page of each. */
@Repository
class Origins implements StationSource {

    /**
     * One reason, with the origin beside it; of an origin without reasons there is one with no kind.
     *
     * @param agreed names of the members that accepted; null where none did
     */
    record Reason(
            PartnershipId partnership,
            String round,
            LocalDate madeOn,
            @Nullable String agreed,
            @Nullable String kind,
            @Nullable String one,
            @Nullable String oneSays,
            @Nullable String oneLanguage,
            @Nullable String other,
            @Nullable String otherSays,
            @Nullable String otherLanguage) {

        public String on(Locale locale) {
            return PartialPeriod.day(madeOn).text(locale);
        }
    }

    /** Why the members of a partnership came together. */
    record Why(Identifier partnership, List<Reason> reasons) implements Told {

        @Override
        public List<Step> steps() {
            return List.of();
        }

        @Override
        public String template() {
            return "partnerships/origin";
        }

        public Reason origin() {
            return reasons.getFirst();
        }
    }

    private final JdbcClient sql;

    Origins(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public int place() {
        return 90;
    }

    @Override
    public boolean onOwnPageOnly() {
        return true;
    }

    @Override
    public Supplier<List<Told>> ofPartnerships(Exchange exchange, String partnerships, View view) {
        var reasons = exchange.ask("""
            select p.id as partnership, p.round, p.made_on, x.kind,
                   (select string_agg(in_language(b.name, b.name_translations, :language), ', ' order by m.side)
                      from partnership_member m join organisation_brief b on b.id = m.organisation
                     where m.partnership = p.id and m.agreed_on is not null) as agreed,
                   in_language(o.name, o.name_translations, :language) as one,
                   in_language(x.one_says, x.one_says_translations, :language) as one_says,
                   language_shown(x.one_says_translations, :language) as one_language,
                   in_language(w.name, w.name_translations, :language) as other,
                   in_language(x.other_says, x.other_says_translations, :language) as other_says,
                   language_shown(x.other_says_translations, :language) as other_language
              from partnership p
              left join partnership_match x on x.partnership = p.id
              left join organisation_brief o on o.id = x.one
              left join organisation_brief w on w.id = x.other
             where p.id = any(array(%s)) and p.round is not null
             order by p.id, x.position\
            """.formatted(partnerships), new SimplePropertyRowMapper<>(Reason.class));
        return () ->
                reasons.get().stream()
                        .collect(groupingBy(Reason::partnership, LinkedHashMap::new, toList()))
                        .entrySet()
                        .stream()
                        .<Told>map(one -> new Why(one.getKey(), one.getValue()))
                        .toList();
    }

    void keep(PartnershipId partnership, Origin origin) {
        sql.sql("update partnership set round = :round, run = :run, made_on = :on where id = :partnership")
                .param("round", origin.round())
                .param("run", origin.run())
                .param("on", origin.on())
                .param("partnership", partnership)
                .update();
        origin.agreed().forEach((organisation, day) -> sql.sql("""
                    update partnership_member set agreed_on = :day
                     where partnership = :partnership and organisation = :organisation
                    """)
                .param("day", day)
                .param("partnership", partnership)
                .param("organisation", organisation)
                .update());
        var position = 0;
        for (var match : origin.matches()) {
            position++;
            sql.sql("""
                insert into partnership_match (id, partnership, position, kind, one, one_says, one_says_translations, other,
                       other_says, other_says_translations, topic)
                values (:id, :partnership, :position, :kind, :one, original_of(:oneSays), translations_of(:oneSays),
                       :other, original_of(:otherSays), translations_of(:otherSays), :topic)
                """)
                    .param("id", Identifier.next())
                    .param("partnership", partnership)
                    .param("position", position)
                    .param("kind", match.kind())
                    .param("one", match.one().organisation())
                    .param("oneSays", match.one().words())
                    .param("other", match.other().organisation())
                    .param("otherSays", match.other().words())
                    .param("topic", match.topic())
                    .update();
        }
    }
}
