package org.interurban.platform.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.database.Codes;
import org.interurban.platform.directory.FreeCodes;
import org.interurban.platform.directory.OrganisationCells;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetTarget;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Contacts from any sheet: a person and the post held in a city or another body. */
@Component
class ContactSheet implements SheetTarget {

    private final JdbcClient sql;
    private final OrganisationCells organisations;
    private final Codes codes;

    ContactSheet(JdbcClient sql, OrganisationCells organisations, Codes codes) {
        this.sql = sql;
        this.organisations = organisations;
        this.codes = codes;
    }

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public List<SheetField> fields() {
        return ContactWords.FIELDS;
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
        var rows = contacts.stream()
                .map(contact -> {
                    var row = new HashMap<>(contact);
                    row.put("post", Identifier.next().toString());
                    row.put("person", Identifier.next().toString());
                    row.put("code", free.free(ContactRecords.code(contact)));
                    return row;
                })
                .toList();
        sql.sql("""
            with given as (
              select * from jsonb_to_recordset(:contacts::jsonb) as contact (post uuid, person uuid, code text,
                organisation text, name text, title text, duty text, email text)),
            holder as (
              insert into person (id, code, name, email) select person, code, name, email from given returning id)
            insert into post (id, organisation, title, duty, holder)
            select g.post, o.id, g.title, coalesce(g.duty, 'other'), h.id
              from given g
              join holder h on h.id = g.person
              join organisation_brief o on o.code = g.organisation
            """)
                .param("contacts", JsonMapper.shared().writeValueAsString(rows))
                .update();
        return rows.stream().map(row -> row.getOrDefault("post", "")).toList();
    }

    @Override
    public void update(Map<String, Map<String, String>> changes) {
        changes.forEach((record, values) -> {
            var id = UUID.fromString(record);
            values.forEach((field, text) -> {
                var statement =
                        switch (field) {
                            case "title" -> "update post set title = :value where id = :id";
                            case "duty" -> "update post set duty = coalesce(:value, 'other') where id = :id";
                            case "name" ->
                                "update person set name = :value where id = (select holder from post where id = :id)";
                            case "email" ->
                                "update person set email = :value where id = (select holder from post where id = :id)";
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

    @Override
    public void remove(Collection<String> records) {
        var holders = sql.sql("delete from post where id = any(?) returning holder")
                .param(records.stream().map(UUID::fromString).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        sql.sql("delete from person where id = any(?)")
                .param(holders.toArray(UUID[]::new))
                .update();
    }
}
