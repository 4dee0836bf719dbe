package org.interurban.platform.membership;

import static org.interurban.platform.membership.MembershipPermission.MEMBERS_EDIT;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.shared.Identifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an organisation in as a member, or changes its membership, if the rules allow it or someone says why not to mind. */
@Service
class KeepMember {

    sealed interface Outcome {
        record Kept(String code) implements Outcome {}

        record NoSuchOrganisation() implements Outcome {}

        /** The name could mean several, or is only nearly known. */
        record WhichOrganisation(List<Directory.Entry> candidates) implements Outcome {}

        record MemberAlready(String code) implements Outcome {}

        /** These rules speak against it and no reason was given for an exception. */
        record NotEligible(List<String> rules) implements Outcome {}

        /** Somebody else changed it since the form was opened. */
        record Overtaken(Members.Member now) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final JdbcClient sql;
    private final Directory directory;
    private final Members members;
    private final Eligibility eligibility;
    private final Rights rights;
    private final Audit audit;

    KeepMember(
            JdbcClient sql, Directory directory, Members members, Eligibility eligibility, Rights rights, Audit audit) {
        this.sql = sql;
        this.directory = directory;
        this.members = members;
        this.eligibility = eligibility;
        this.rights = rights;
        this.audit = audit;
    }

    @Transactional
    Outcome add(MemberForm form, Locale locale) {
        rights.require(MEMBERS_EDIT);
        return switch (directory.findByName(String.valueOf(form.organisation()), locale)) {
            case Directory.Match.Known(var entry) -> add(entry, form, locale);
            case Directory.Match.Likely(var entry, var name, var alike) ->
                new Outcome.WhichOrganisation(List.of(entry));
            case Directory.Match.Several(var entries) -> new Outcome.WhichOrganisation(entries);
            case Directory.Match.None() -> new Outcome.NoSuchOrganisation();
        };
    }

    private Outcome add(Directory.Entry organisation, MemberForm form, Locale locale) {
        var already = members.ofOrganisation(organisation.id(), locale);
        if (already.isPresent()) {
            return new Outcome.MemberAlready(already.get().code());
        }
        var against = against(organisation, form, locale);
        if (!against.isEmpty()) {
            return new Outcome.NotEligible(against);
        }
        var isNew = sql.sql("insert into member (id, code, organisation, type, region) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing") // of two at once, its code or itself may be there first
                        .params(
                                Identifier.next(),
                                organisation.code(),
                                organisation.id(),
                                String.valueOf(form.type()),
                                String.valueOf(form.region()))
                        .update()
                == 1;
        if (!isNew) {
            return new Outcome.MemberAlready(organisation.code());
        }
        write(organisation.code(), form);
        audit.record(
                "network.member-added",
                new Audit.Subject("member", organisation.code()),
                Map.of("type", String.valueOf(form.type()), "exception", reason(form)));
        return new Outcome.Kept(organisation.code());
    }

    @Transactional
    Outcome change(String code, MemberForm form, Locale locale) {
        rights.require(MEMBERS_EDIT);
        var version = sql.sql("select version from member where code = ? for update")
                .param(code)
                .query(Integer.class)
                .optional();
        var member = members.find(code, locale);
        if (member.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!version.equals(Optional.ofNullable(form.version()))) {
            return new Outcome.Overtaken(member.get());
        }
        var organisation = directory.find(member.get().organisation(), locale).orElseThrow();
        var against = against(organisation, form, locale);
        if (!against.isEmpty()) {
            return new Outcome.NotEligible(against);
        }
        write(code, form);
        audit.record(
                "network.member-changed",
                new Audit.Subject("member", code),
                Map.of("type", String.valueOf(form.type()), "exception", reason(form)));
        return new Outcome.Kept(code);
    }

    private List<String> against(Directory.Entry organisation, MemberForm form, Locale locale) {
        if (MemberForm.text(form.exception()) != null) {
            return List.of();
        }
        return eligibility.check(organisation.id(), String.valueOf(form.type()), locale).stream()
                .filter(Eligibility.Finding.NotMet.class::isInstance)
                .map(Eligibility.Finding::rule)
                .toList();
    }

    private static String reason(MemberForm form) {
        var reason = MemberForm.text(form.exception());
        return reason == null ? "" : reason;
    }

    private void write(String code, MemberForm form) {
        sql.sql("""
            update member set type = :type, region = :region, joined_year = :joined::int, exception = :exception, note = :note,
                   version = version + 1
             where code = :code
            """)
                .param("type", form.type())
                .param("region", form.region())
                .param("joined", MemberForm.text(form.joined()))
                .param("exception", MemberForm.text(form.exception()))
                .param("note", MemberForm.text(form.note()))
                .param("code", code)
                .update();
    }
}
