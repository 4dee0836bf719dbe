package org.interurban.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.WhoSeesWhatTests.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A secret in every kind of record in each state that is not for everybody. A secret called {@code visit} is written as {@code zqaskvisit
 * zqtellvisit}, so that who asks for the one word may be told the other, and stands in codes as {@code zqcvisit}.
 */
final class Secrets {

    private final JdbcClient sql;
    private final Map<String, Set<Reader>> readers = new LinkedHashMap<>();

    private Secrets(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is public and is to have a hidden parent, which must not show. */
    static void plantPublic(JdbcClient sql) {
        ModuleRecords.make(sql);
        var open = new Secrets(sql);
        open.run("""
            insert into programme (id, code, name, kind, published)
            values (gen_random_uuid(), 'OPENCHILD', 'A published part', 'city-to-city-cooperation', true)
            """);
        open.run("""
            insert into partnership_member (id, partnership, organisation, side, left_on)
            select gen_random_uuid(), p.id, o.id, 8, '2024-01-01' from partnership p, organisation o
             where p.code = 'IURC-Busan-Rotterdam' and o.code = 'dublin'
            """);
        open.run("update member set approved_at = null where code = 'busan'");
        open.run("update cluster_role set elected_at = null");
        open.question("reading", "activity", "SV-01", "An open matter");
        open.run("""
            insert into conclusion (id, record_kind, record_code, about, note)
            values (gen_random_uuid(), 'activity', 'SV-01', 'mode', 'zqaskconcluded zqtellconcluded')
            """);
    }

    /**
     * @param draft a round that nobody proposed yet
     * @return who may see each of them, by the words that tell of it
     */
    static Map<String, Set<Reader>> plant(JdbcClient sql, UUID draft) {
        var secrets = new Secrets(sql);
        secrets.programme();
        secrets.partnership();
        secrets.openPartnership();
        secrets.engagement();
        secrets.ofModules();
        secrets.people();
        secrets.documents();
        secrets.work(draft);
        return secrets.readers;
    }

    private void programme() {
        var readers = new Reader[] {Reader.FUNDER, Reader.EXPERT};
        secret("programme", readers);
        also("zqcprogramme", Reader.STAKEHOLDER); // its own partnership lies in it
        for (var name : List.of("body", "theme", "objective", "profile", "figure", "milestone", "taxonomy", "step")) {
            secret(name, readers);
        }
        run("""
            insert into programme (id, code, name, name_translations, abbreviation, kind, description, scope, published, from_on, from_precision)
            values (gen_random_uuid(), 'zqcprogramme', '{programme}', '{"ko": {"text": "{programme}", "origin": "person"}}',
                    'zqcprogramme', 'youth-project', '{programme}', array['{programme}'], false, '1931-01-01', 'day')
            """);
        run("update programme set parent = (select id from programme where code = 'zqcprogramme') where code ="
                + " 'OPENCHILD'");
        run("""
            insert into programme_body (id, programme, role, name, position)
            select gen_random_uuid(), id, 'funder', '{body}', 1 from programme where code = 'zqcprogramme'
            """);
        run("""
            insert into programme_theme (id, programme, reading, chosen, label, role, position, place)
            select gen_random_uuid(), id, 'a', true, '{theme}', 'theme', 1, 1 from programme where code = 'zqcprogramme'
            """);
        run("""
            insert into programme_objective (id, programme, kind, statement, position, place)
            select gen_random_uuid(), id, 'objective', '{objective}', 1, 1 from programme where code = 'zqcprogramme'
            """);
        run("""
            insert into method_step (id, method, method_name, programme, position, step)
            select gen_random_uuid(), 'zqcstep', '{step}', id, 1, '{step}' from programme where code = 'zqcprogramme'
            """);
        run("""
            insert into programme_group (id, programme, code, name, position, colour)
            select gen_random_uuid(), id, 'zqcgroup', '{profile}', 1, 'blue' from programme where code = 'zqcprogramme'
            """);
        run("""
            insert into participant (id, programme, organisation, programme_group, cohort)
            select gen_random_uuid(), g.id, o.id, (select id from programme_group where code = 'zqcgroup'), 'zqcprofile'
              from programme g, organisation o where g.code = 'zqcprogramme' and o.code in ('busan', 'rotterdam', 'lalitpur')
            """);
        run("""
            insert into profile_line (id, participant, kind, statement, position)
            select gen_random_uuid(), a.id, 'offer', '{profile}', 1
              from participant a join programme g on g.id = a.programme where g.code = 'zqcprogramme'
            """);
        run("""
            insert into network_figure (id, code, subject, measure, low, qualifier, programme, chosen, note, position)
            values (gen_random_uuid(), 'zqcfigure', 'programme', '{figure}', 3, 'exact', 'zqcprogramme', true, '{figure}', 1)
            """);
        run("""
            insert into milestone (id, code, title, subject, programme, description, from_on, to_on, precision)
            values (gen_random_uuid(), 'zqcmilestone', '{milestone}', 'programme', 'zqcprogramme', '{milestone}', '1931-01-01',
                    '1931-01-01', 'day')
            """);
        run("""
            insert into taxonomy (id, code, name, programme, note, position)
            values (gen_random_uuid(), 'zqctaxonomy', '{taxonomy}', 'zqcprogramme', '{taxonomy}', 99)
            """);
        run("""
            insert into topic (id, taxonomy, code, label, position)
            select gen_random_uuid(), id, 'zqctaxonomy', '{taxonomy}', 1 from taxonomy where code = 'zqctaxonomy'
            """);
        pair("inprogramme", "zqcprogramme", true);
        children("inprogramme", "a");
    }

    /** In a programme that everybody sees. */
    private void partnership() {
        pair("partnership", "IURC", false);
        children("partnership", "b");
    }

    private void pair(String name, String programme, boolean published) {
        secret(name, Reader.STAKEHOLDER, Reader.FUNDER, Reader.EXPERT);
        run("""
            insert into partnership (id, code, programme, name, name_translations, theme, topic, line, coordinator, status, published,
                   cohort)
            select gen_random_uuid(), 'zqc%1$s', g.id, '{%1$s}', '{"ko": {"text": "{%1$s}", "origin": "person"}}', '{%1$s}', t.id,
                   'H', '{%1$s}', 'active', %3$s, 'zqtell%1$s'
              from programme g, topic t where g.code = '%2$s'
               and t.id = (select max(x.id::text)::uuid from topic x where code not like 'zq%%'
                         and id not in (select topic from partnership where topic is not null))
            """.formatted(name, programme, published));
        run("""
            insert into partnership_member (id, partnership, organisation, side, role)
            select gen_random_uuid(), p.id, o.id, case o.code when 'busan' then 1 else 2 end, 'member'
              from partnership p, organisation o where p.code = 'zqc%s' and o.code in ('busan', 'rotterdam')
            """.formatted(name));
        run("""
            insert into partnership_topic (id, partnership, label, kind, chosen, position)
            select gen_random_uuid(), id, '{%1$s}', 'topic', true, 1 from partnership where code = 'zqc%1$s'
            """.formatted(name));
        run("update partnership set round = '{%1$s}', run = 1, made_on = '1931-01-02' where code = 'zqc%1$s'"
                .formatted(name));
        run("""
            insert into partnership_match (id, partnership, position, kind, one, one_says, other, other_says)
            select gen_random_uuid(), p.id, 1, 'offer', a.id, '{%1$s}', b.id, '{%1$s}'
              from partnership p, organisation a, organisation b
             where p.code = 'zqc%1$s' and a.code = 'busan' and b.code = 'rotterdam'
            """.formatted(name));
    }

    /** What would be public if the partnership were. */
    private void children(String partnership, String end) {
        var readers = new Reader[] {Reader.STAKEHOLDER, Reader.FUNDER, Reader.EXPERT};
        secret("visit" + end, readers);
        secret("agreement" + end, readers);
        secret("action" + end, readers);
        visit("visit" + end, "zqc" + partnership, "'held'", "true", "null");
        run("""
            insert into agreement (id, code, programme, partnership, type, title, status, from_on, to_on, precision, place, subject)
            select gen_random_uuid(), 'zqcagreement%1$s', programme, id, 'declaration', '{agreement%1$s}', 'signed', '1931-02-01',
                   '1931-02-01', 'day', '{agreement%1$s}', '{agreement%1$s}'
              from partnership where code = 'zqc%2$s'
            """.formatted(end, partnership));
        run("""
            insert into agreement_party (id, agreement, name, position)
            select gen_random_uuid(), id, '{agreement%1$s}', 1 from agreement where code = 'zqcagreement%1$s'
            """.formatted(end));
        run("""
            insert into plan_item (id, code, programme, partnership, kind, statement, status, position)
            select gen_random_uuid(), 'zqcaction%1$s', programme, id, 'joint-initiative', '{action%1$s}', 'planned', 1
              from partnership where code = 'zqc%2$s'
            """.formatted(end, partnership));
    }

    /** In a partnership that everybody sees. */
    private void openPartnership() {
        var partnership = "IURC-Busan-Rotterdam";
        secret("proposal");
        visit("proposal", partnership, "'proposed'", "true", "null");
        secret("answered");
        run("""
            insert into activity_answer (id, activity, dates, organisation, answer, words, account, answered_at)
            select gen_random_uuid(), id, '1931-03-01/1931-03-02', host, 'no', '{answered}',
                   (select id from account order by id limit 1), now()
              from activity where code = 'zqcproposal'
            """);
        run("""
            insert into notice (id, subject_kind, subject_key, words, account, told_at)
            values (gen_random_uuid(), 'activity', 'zqcproposal', 'activities.told.asked', gen_random_uuid(), now())
            """);
        secret("draft", Reader.STAKEHOLDER, Reader.FUNDER, Reader.EXPERT);
        visit("draft", partnership, "'planned'", "false", "null");
        secret("part", Reader.STAKEHOLDER, Reader.FUNDER, Reader.EXPERT);
        visit("part", partnership, "'held'", "true", "(select id from activity where code = 'zqcdraft')");
        secret("common");
        run("""
            insert into activity (id, code, programme, type, title, from_on, to_on, precision, status, published, description)
            select gen_random_uuid(), 'zqccommon', id, 'kick-off-meeting', '{common}', '1931-03-01', '1931-03-01', 'day', 'proposed',
                   true, '{common}'
              from programme where code = 'IURC'
            """);
        run("update member set approved_at = 'zqcproposal' where code = 'busan'");
        run("update cluster_role set elected_at = 'zqcproposal'");
        secret("discussed", Reader.STAKEHOLDER, Reader.FUNDER, Reader.EXPERT);
        run("""
            insert into agreement (id, code, programme, partnership, type, title, status, place, subject)
            select gen_random_uuid(), 'zqcdiscussed', programme, id, 'declaration', '{discussed}', 'under-discussion', '{discussed}',
                   '{discussed}'
              from partnership where code = 'IURC-Busan-Rotterdam'
            """);
        secret("othertopic", Reader.STAKEHOLDER, Reader.FUNDER, Reader.EXPERT);
        run("""
            insert into partnership_topic (id, partnership, label, kind, chosen, position)
            select gen_random_uuid(), id, '{othertopic}', 'topic', false, 99 from partnership where code = 'IURC-Busan-Rotterdam'
            """);
        secret("othertheme", Reader.FUNDER, Reader.EXPERT);
        run("""
            insert into programme_theme (id, programme, reading, chosen, label, role, position, place)
            select gen_random_uuid(), id, 'zqcothertheme', false, '{othertheme}', 'theme', 99, 99 from programme where code = 'IURC'
            """);
        secret("otherfigure", Reader.FUNDER, Reader.MEMBERSHIP);
        run("""
            insert into network_figure (id, code, subject, measure, low, qualifier, chosen, note, position)
            values (gen_random_uuid(), 'zqcotherfigure', 'network', 'members', 77, 'exact', false, '{otherfigure}', 99)
            """);
    }

    private void visit(String name, String partnership, String status, String published, String parent) {
        run("""
            insert into activity (id, code, parent, programme, partnership, type, title, title_translations, host, visitor, host_country,
                   from_on, to_on, precision, status, published, description, organiser, partners)
            select gen_random_uuid(), 'zqc%1$s', %5$s, p.programme, p.id, 'webinar', '{%1$s}',
                   '{"ko": {"text": "{%1$s}", "origin": "person"}}', h.id, v.id, 'FJ', '1931-03-01', '1931-03-02', 'day', %3$s, %4$s,
                   '{%1$s}', '{%1$s}', array['{%1$s}']
              from partnership p, organisation h, organisation v
             where p.code = '%2$s' and h.code = 'rotterdam' and v.code = 'busan'
            """.formatted(name, partnership, status, published, parent));
    }

    /** A visit of Busan's that is only planned, and what is to be done after it. */
    private void engagement() {
        for (var name : List.of("engagement", "followup")) {
            secret(name, Reader.MEMBERSHIP);
        }
        run("""
            insert into engagement (id, code, kind, state, title, title_translations, account, initiator, from_on, to_on, precision,
                   public)
            select gen_random_uuid(), 'zqcengagement', 'courtesy-visit', 'planned', '{engagement}',
                   '{"ko": {"text": "{engagement}", "origin": "person"}}', '{engagement}', id, '1931-04-01', '1931-04-01', 'day',
                   true
              from organisation where code = 'busan'
            """);
        run("""
            insert into engagement_step (id, engagement, kind, statement, position)
            select gen_random_uuid(), id, 'follow-up', '{followup}', 1 from engagement where code = 'zqcengagement'
            """);
    }

    /** Each cited by a document. */
    private void ofModules() {
        for (var planted : ModuleRecords.secrets()) {
            secret(planted.name());
            run(planted.statement());
            cited(planted.name(), planted.name());
        }
    }

    private void people() {
        secret("contact", Reader.FUNDER, Reader.MEMBERSHIP, Reader.EXPERT);
        post("contact", "tampere", "focal-point");
        secret("ownother", Reader.FUNDER, Reader.MEMBERSHIP, Reader.STAKEHOLDER, Reader.EXPERT);
        post("ownother", "busan", "other");
        secret("onduty", Reader.FUNDER, Reader.MEMBERSHIP, Reader.STAKEHOLDER, Reader.EXPERT);
        post("onduty", "rotterdam", "focal-point");
        secret("gone", Reader.FUNDER, Reader.MEMBERSHIP, Reader.EXPERT);
        post("gone", "dublin", "focal-point");
    }

    private void post(String name, String city, String duty) {
        run("""
            insert into person (id, code, name, email)
            values (gen_random_uuid(), 'zqc%1$s', '{%1$s}', 'zqtell%1$s@example.org')
            """.formatted(name));
        run("""
            insert into post (id, organisation, title, duty, holder, public)
            select gen_random_uuid(), o.id, '{%1$s}', '%3$s', h.id, false from organisation o, person h
             where o.code = '%2$s' and h.code = 'zqc%1$s'
            """.formatted(name, city, duty));
        run("update post set title = title || ' again' where title = '{%s}'".formatted(name));
    }

    /** Documents are public; what rests on them, and what they disagree about, is seen with its record. */
    private void documents() {
        cited("programme", "programme");
        cited("theme", "zqcprogramme/a/1", "theme");
        cited("participant", "zqcprogramme/busan", "profile");
        cited("figure", "figure");
        cited("milestone", "milestone");
        cited("partnership", "inprogramme");
        cited("partnership", "partnership");
        for (var end : List.of("a", "b")) {
            cited("activity", "visit" + end);
            cited("agreement", "agreement" + end);
            cited("plan-item", "action" + end);
        }
        for (var name : List.of("proposal", "draft", "part", "common")) {
            cited("activity", name);
        }
        cited("agreement", "discussed");
        cited("engagement", "engagement");
        cited("person", "contact");
        cited("person", "ownother");
        secret("reading", Reader.FUNDER, Reader.EXPERT, Reader.MEMBERSHIP);
        other("reading");
        secret("concluded", Reader.FUNDER, Reader.MEMBERSHIP);
        secret("asked", Reader.FUNDER, Reader.EXPERT);
        question("asked", "programme", "zqcprogramme", "{asked}");
        other("asked");
        secret("askedproposal");
        question("askedproposal", "activity", "zqcproposal", "{askedproposal}");
        secret("askedfigure", Reader.FUNDER, Reader.EXPERT);
        question("askedfigure", "figure", "zqcfigure", "{askedfigure}");
    }

    private void cited(String kind, String name) {
        cited(kind, "zqc" + name, name);
    }

    private void cited(String kind, String code, String name) {
        run("""
            insert into reference (id, record_kind, record_code, document, locator, position)
            select gen_random_uuid(), '%s', '%s', id, '{%s}', 1 from document where code = 'citynet-eu-brochure'
            """.formatted(kind, code, name));
    }

    /** With the reading that is followed. */
    private void question(String name, String kind, String code, String words) {
        run("""
            insert into question (id, code, subject, kind, extent, treatment)
            values (gen_random_uuid(), 'ZZ-%1$s', '%2$s', 'date', 'between-documents', '%2$s')
            """.formatted(name, words));
        run("""
            insert into question_record (question, record_kind, record_code)
            select id, '%s', '%s' from question where code = 'ZZ-%s'
            """.formatted(kind, code, name));
        run("""
            insert into reading (id, question, letter, statement, chosen, reason)
            select gen_random_uuid(), id, 'a', '%s', true, 'It is later.' from question where code = 'ZZ-%s'
            """.formatted(words, name));
    }

    private void other(String name) {
        run("""
            insert into reading (id, question, letter, statement, chosen)
            select gen_random_uuid(), id, 'b', '{%1$s}', false from question where code = 'ZZ-%1$s'
            """.formatted(name));
    }

    /** Drafts, sheets, jobs, mail and accounts of others, and what they did. */
    private void work(UUID draft) {
        secret("round");
        run("update pairing_round set name = '{round}' where id = '%s'".formatted(draft));
        secret("lock");
        run("""
            insert into pairing_lock (id, round, a, b, kind, reason, at)
            select gen_random_uuid(), id, 'busan', 'rotterdam', 'must', '{lock}', now() from pairing_round where name = '{round}'
            """);
        secret("account");
        run("""
            insert into account (id, email, name, invited_at) values (gen_random_uuid(), 'zqtellaccount@example.org', '{account}', now())
            """);
        secret("sheet", Reader.MEMBERSHIP);
        run("""
            insert into sheet_import (id, target, file_name, worksheets, worksheet, header_row, stage, uploaded_at, uploaded_by)
            select gen_random_uuid(), 'interests', '{sheet}', array['{sheet}'], 0, 1, 'imported', now(), id
              from account where name = '{account}'
            """);
        run("""
            insert into sheet_row (sheet_import, position, cells) select id, 2, array['{sheet}'] from sheet_import where file_name = '{sheet}'
            """);
        run("""
            insert into sheet_answer (account, target, field, cell, meant, said_at)
            select id, 'cities', 'country', '{sheet}', '{sheet}', now() from account where name = '{account}'
            """);
        secret("enquiry", Reader.MEMBERSHIP);
        run("""
            insert into enquiry (id, code, city, writer, post, email, language, message, state, token, asked_at, confirmed_at)
            values (gen_random_uuid(), 'zqenquiry', '{enquiry}', '{enquiry}', '{enquiry}', 'zqenquiry@example.org', 'en', '{enquiry}',
                    'waiting', '{enquiry}', now(), now())
            """);
        run("""
            insert into enquiry_line (id, enquiry, kind, statement, position)
            select gen_random_uuid(), id, 'offer', '{enquiry}', 1 from enquiry where code = 'zqenquiry'
            """);
        secret("job");
        run("""
            insert into job (id, kind, started_by, state, problem, asked_at, finished_at)
            select gen_random_uuid(), 'gazetteer.places', id, 'failed', '{job}', now(), now() from account where name = '{account}'
            """);
        secret("mail");
        run("""
            insert into mail_message (id, recipient, subject, body, secret, state, written_at)
            values (gen_random_uuid(), 'zqtellmail@example.org', '{mail}', '{mail}', false, 'kept', now())
            """);
        secret("audit");
        run("""
            insert into audit_act (happened_at, act, subject_kind, subject_key, details)
            values (now(), 'programmes.changed', 'programme', 'zqcaudit', '{"name": "{audit}"}')
            """);
    }

    private void secret(String name, Reader... seenBy) {
        var all = new LinkedHashSet<>(Arrays.asList(seenBy));
        for (var word : words(name)) {
            readers.put(word, all);
        }
    }

    private void also(String word, Reader... seenBy) {
        var all = new LinkedHashSet<>(readers.getOrDefault(word, Set.of()));
        all.addAll(Arrays.asList(seenBy));
        readers.put(word, all);
    }

    static List<String> words(String name) {
        return List.of("zqask" + name, "zqtell" + name, "zqc" + name);
    }

    /** A secret's name in braces stands for its words. */
    private void run(String statement) {
        var text = statement;
        for (var name : new ArrayList<>(readers.keySet())) {
            if (name.startsWith("zqc")) {
                var secret = name.substring(3);
                text = text.replace("{" + secret + "}", "zqask" + secret + " zqtell" + secret);
            }
        }
        sql.sql(text).update();
    }
}
