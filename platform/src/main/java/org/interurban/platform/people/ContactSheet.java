package org.interurban.platform.people;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.accounts.CityAccounts;
import org.interurban.platform.database.Codes;
import org.interurban.platform.directory.FreeCodes;
import org.interurban.platform.directory.OrganisationCells;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.sheets.Likeness;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetTarget;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Contacts from any sheet: a person and the post held in a city or another body. */
@Component
class ContactSheet implements SheetTarget {

    private final JdbcClient sql;
    private final OrganisationCells organisations;
    private final Codes codes;
    private final CityAccounts accounts;

    ContactSheet(JdbcClient sql, OrganisationCells organisations, Codes codes, CityAccounts accounts) {
        this.sql = sql;
        this.organisations = organisations;
        this.codes = codes;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public List<SheetField> fields() {
        return ContactWords.FIELDS;
    }

    /** A person is also named by two columns. */
    @Override
    public List<SheetField> pieces() {
        return ContactWords.PIECES;
    }

    @Override
    public String shown(String field, String value, Locale reader) {
        return field.equals("language") ? Locale.of(value).getDisplayLanguage(reader) : value;
    }

    @Override
    public @Nullable String words(String field) {
        return field.equals("duty") ? "people.duty" : null;
    }

    @Override
    public List<Repeat> repeats() {
        return ContactWords.REPEATS;
    }

    @Override
    public Records records() {
        return ContactRecords.read(sql, organisations.known());
    }

    @Override
    public List<String> create(List<Map<String, String>> contacts) {
        codes.alone("person");
        var free = FreeCodes.besides(
                sql.sql("select code from person").query(String.class).list());
        var people = new HashMap<String, String>();
        sql.sql("select id, name, email from person where email is not null and name is not null")
                .query((ResultSet rs) -> {
                    people.putIfAbsent(person(rs.getString("email"), rs.getString("name")), rs.getString("id"));
                });
        var rows = new ArrayList<Map<String, String>>();
        for (var contact : contacts) {
            var row = new HashMap<>(contact);
            row.put("post", Identifier.next().toString());
            row.put("code", free.free(ContactRecords.code(contact)));
            var person = Identifier.next().toString();
            var address = contact.get("email");
            var holder = address == null
                    ? person
                    : people.computeIfAbsent(person(address, contact.getOrDefault("name", "")), none -> person);
            row.put("person", person.equals(holder) ? person : "");
            row.put("holder", holder);
            rows.add(row);
        }
        sql.sql("""
            with given as (
              select * from jsonb_to_recordset(:contacts::jsonb) as contact (post uuid, person text, holder uuid, code text,
                organisation text, name text, title text, duty text, email text, telephone text, language text,
                salutation text)),
            added as (
              insert into person (id, code, name, email, telephone, language, salutation)
              select holder, code, name, email, telephone, language, salutation from given where person <> '')
            insert into post (id, organisation, title, duty, holder)
            select g.post, o.id, g.title, coalesce(g.duty, 'other'), g.holder
              from given g
              join organisation_brief o on o.code = g.organisation
            """)
                .param("contacts", JsonMapper.shared().writeValueAsString(rows))
                .update();
        return rows.stream().map(row -> row.getOrDefault("post", "")).toList();
    }

    /** One address and one name are one person, in whatever bodies. */
    private static String person(String address, String name) {
        return address + " " + Likeness.fold(name);
    }

    @Override
    public void update(Map<String, Map<String, String>> changes) {
        changes.forEach((record, values) -> {
            var id = UUID.fromString(record);
            values.forEach((field, text) -> {
                if (field.equals("email")) {
                    moveAccount(new PostId(id), text);
                }
                var statement =
                        switch (field) {
                            case "title" -> "update post set title = :value where id = :id";
                            case "duty" -> "update post set duty = coalesce(:value, 'other') where id = :id";
                            case "name", "email", "telephone", "language", "salutation" ->
                                "update person set " + field
                                        + " = :value where id = (select holder from post where id = :id)";
                            default -> throw new IllegalArgumentException("A contact cannot change its " + field);
                        };
                sql.sql(statement)
                        .param("value", text.isEmpty() ? null : text)
                        .param("id", id)
                        .update();
            });
            sql.sql("update post set version = version + 1 where id = :id")
                    .param("id", id)
                    .update();
        });
    }

    /** Who signs in with the address signs in with the new one, as far as that is for those who keep contacts. */
    private void moveAccount(PostId post, String address) {
        var from = sql.sql("select email from person where id = (select holder from post where id = ?)")
                .param(post)
                .query(String.class)
                .optional()
                .flatMap(MailAddress::of);
        var to = MailAddress.of(address);
        if (from.isPresent() && to.isPresent() && !from.equals(to)) {
            accounts.move(from.get(), to.get(), city -> true); // such a sheet is for those who keep the contacts of all
        }
    }

    @Override
    public void remove(Collection<String> records) {
        var holders = sql.sql("delete from post where id = any(?) returning holder")
                .param(records.stream().map(UUID::fromString).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        sql.sql("delete from person where id = any(?) and not exists (select from post where holder = person.id)")
                .param(holders.toArray(UUID[]::new))
                .update();
    }
}
