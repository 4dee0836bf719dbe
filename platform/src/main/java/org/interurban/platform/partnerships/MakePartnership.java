package org.interurban.platform.partnerships;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.database.Codes;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.Partnerships.Wanted;
import org.interurban.platform.programmes.CooperationForm;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.LocalizedText.Origin;
import org.interurban.platform.shared.Shortened;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Binds cities to each other: the partnership, its members, its name and code. */
@Component
class MakePartnership {

    private record Named(OrganisationId id, String code, LocalizedText name) {}

    private final JdbcClient sql;
    private final Programmes programmes;
    private final ThemeLines lines;
    private final Origins origins;
    private final Codes codes;
    private final Audit audit;
    private final TellPartners tell;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    MakePartnership(
            JdbcClient sql,
            Programmes programmes,
            ThemeLines lines,
            Origins origins,
            Codes codes,
            Audit audit,
            TellPartners tell,
            ApplicationEventPublisher events,
            MessageSource messages) {
        this.sql = sql;
        this.programmes = programmes;
        this.lines = lines;
        this.origins = origins;
        this.codes = codes;
        this.audit = audit;
        this.tell = tell;
        this.events = events;
        this.messages = messages;
    }

    /** @return its code; empty where the programme binds the same members already */
    Optional<String> make(ProgrammeId programme, Wanted wanted) {
        programmes.alone(programme);
        var exists = sql.sql("""
            select exists (select from partnership p
                            where p.programme = :programme
                              and (select array_agg(m.organisation order by m.organisation) from partnership_member m
                                    where m.partnership = p.id and m.left_on is null)
                                  = (select array_agg(o order by o) from unnest(:organisations::uuid[]) as o))
            """)
                .param("programme", programme.value())
                .param("organisations", wanted.organisations().toArray(OrganisationId[]::new))
                .query(Boolean.class)
                .single();
        if (exists) {
            return Optional.empty();
        }
        var bodies = sql.sql("""
            select o.id, o.code, localized(o.name, o.name_translations) as name
              from unnest(:organisations::uuid[]) with ordinality as w(id, place)
              join organisation_brief o on o.id = w.id
             order by w.place
            """)
                .param("organisations", wanted.organisations().toArray(OrganisationId[]::new))
                .query(Named.class)
                .list();
        var name = name(bodies.stream().map(Named::name).toList());
        var id = PartnershipId.next();
        var code = code(programme, bodies);
        sql.sql("""
            insert into partnership (id, code, programme, name, name_translations, cohort, form, coordinator, from_on,
                   from_precision, to_on, to_precision, status, published)
            values (:id, :code, :programme, original_of(:name), translations_of(:name), :cohort, :form, :coordinator,
                    :from, :fromPrecision, :to, :toPrecision, 'active',
                    (select published from programme_brief where id = :programme))
            """)
                .param("id", id.value())
                .param("code", code)
                .param("programme", programme.value())
                .param("name", name)
                .param("cohort", wanted.cohort())
                .param("coordinator", wanted.coordinator())
                .param("from", wanted.start().from())
                .param("fromPrecision", wanted.start().precision().code())
                .param("to", wanted.end().to())
                .param("toPrecision", wanted.end().precision().code())
                .param("form", (bodies.size() == 2 ? CooperationForm.PAIR : CooperationForm.CLUSTER).code())
                .update();
        for (int i = 0; i < bodies.size(); i++) {
            sql.sql("""
                insert into partnership_member (id, partnership, organisation, side, programme_group, role)
                values (:id, :partnership, :organisation, :side,
                        (select programme_group from participant_brief
                          where programme = :programme and organisation = :organisation and programme_group is not null
                          order by left_on desc nulls first limit 1), 'member')
                """)
                    .param("id", Identifier.next())
                    .param("partnership", id.value())
                    .param("organisation", bodies.get(i).id())
                    .param("side", Math.min(i + 1, 8))
                    .param("programme", programme.value())
                    .update();
        }
        lines.setTheme(code, wanted.topic());
        if (wanted.origin() != null) {
            origins.keep(id, wanted.origin());
        }
        audit.record(
                "partnerships.created",
                new Audit.Subject("partnership", code),
                Map.of("members", bodies.stream().map(Named::code).collect(Collectors.joining(", "))));
        if (wanted.origin() == null) { // a round writes to its cities itself
            tell.tell(
                    tell.focalPoints(id),
                    new TellPartners.News(
                            KeepPartnership.about(code),
                            "partnerships.told.made",
                            locale -> new Object[] {name.in(locale)},
                            "",
                            "/partnerships/" + code));
        }
        events.publishEvent(new PartnershipCreated(id, code, programme));
        return Optional.of(code);
    }

    /** As its members are called, in every language in which all of them have a name. */
    private LocalizedText name(List<LocalizedText> members) {
        var name = LocalizedText.of(joined(members.stream().map(LocalizedText::original), Locale.ENGLISH));
        var languages = new TreeSet<>(members.getFirst().translations().keySet());
        members.forEach(member -> languages.retainAll(member.translations().keySet()));
        for (var language : languages) {
            var reader = Locale.forLanguageTag(language);
            name = name.with(
                    language, joined(members.stream().map(member -> member.in(reader)), reader), Origin.PERSON);
        }
        return name;
    }

    private String joined(Stream<String> members, Locale locale) {
        var all = members.reduce((one, other) ->
                        messages.getMessage("partnerships.members.joined", new Object[] {one, other}, locale))
                .orElseThrow();
        return Shortened.to(Partnership.NAME_LENGTH, all);
    }

    /** A code that says programme and members; with a number where the programme had the same bond before. */
    private String code(ProgrammeId programme, List<Named> bodies) {
        var members = new StringBuilder(sql.sql("select code from programme_brief where id = ?")
                .param(programme.value())
                .query(String.class)
                .single());
        for (var body : bodies) {
            members.append('-');
            for (var word : body.code().split("-")) {
                members.append(word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
        }
        return codes.named("partnership", members.toString());
    }
}
