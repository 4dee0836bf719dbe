package org.interurban.platform.people;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.sources.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The file {@code people.csv}: posts and who holds them; a row without code and name is a vacant post. Someone who was erased does
 * not come back with the next import.
 */
@Component
class PersonTable implements RecordTable {

    private final JdbcClient sql;
    private final Directory directory;
    private final Sources sources;

    PersonTable(JdbcClient sql, Directory directory, Sources sources) {
        this.sql = sql;
        this.directory = directory;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public int order() {
        return 34;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "name", "post", "organisation");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of(
                "name_local",
                "name_local_language",
                "email",
                "telephone",
                "language",
                "salutation",
                "duty",
                "as_of",
                "precision",
                "confirmed",
                "public",
                "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select h.code, h.name, h.local_name as name_local, h.local_language as name_local_language, h.email,
                   h.telephone, h.language, h.salutation,
                   p.title as post, o.code as organisation, p.duty, partial_period(p.from_on, p.to_on, p.precision) as as_of,
                   p.precision, p.confirmed_on as confirmed, p.public, cited('person', h.code) as sources
              from post p
              join organisation_brief o on o.id = p.organisation
              left join person h on h.id = p.holder
             order by o.code, p.title, h.code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        var posts = new ArrayList<UUID>();
        for (var row : rows) {
            var isVacant = row.text("code").isEmpty() && row.text("name").isEmpty();
            var code = isVacant ? "" : row.code("code");
            var name = isVacant ? "" : row.required("name", 200);
            var title = row.required("post", 200);
            row.required("organisation");
            var organisation = row.reference("organisation", "organisation", directory::idOf);
            var duty = row.text("duty").isEmpty() ? null : row.oneOf("duty", ContactWords.DUTY_CODES);
            var seen = row.period("as_of", "", "precision");
            var confirmed = row.period("confirmed", "", "");
            var isPublic = row.yesOrUnknown("public");
            if (organisation == null || !row.isSound() || isErased(code)) {
                continue;
            }
            var holder = isVacant ? null : person(row, code, name);
            posts.add(sql.sql("""
                with known as (
                  update post set from_on = :from, to_on = :to, precision = :precision, duty = coalesce(:duty, duty),
                         confirmed_on = coalesce(:confirmed, confirmed_on), public = coalesce(:public, public)
                   where id = (select id from post
                                where organisation = :organisation and title = :title
                                  and holder is not distinct from :holder::uuid and id <> all(:posts)
                                order by id limit 1)
                  returning id),
                added as (
                  insert into post (id, organisation, title, duty, holder, from_on, to_on, precision, confirmed_on,
                         public)
                  select :id, :organisation, :title, coalesce(:duty, 'public-office'), :holder::uuid, :from::date,
                         :to::date, :precision, :confirmed::date, coalesce(:public, true)
                   where not exists (select from known)
                  returning id)
                select id from known union all select id from added
                """)
                    .param("id", Identifier.next())
                    .param("organisation", organisation)
                    .param("title", title)
                    .param("duty", duty, Types.VARCHAR)
                    .param("holder", holder)
                    .param("from", seen.from(), Types.DATE)
                    .param("to", seen.to(), Types.DATE)
                    .param("precision", seen.precision().code())
                    .param("confirmed", confirmed.from(), Types.DATE)
                    .param("public", isPublic, Types.BOOLEAN)
                    .param("posts", posts.toArray(UUID[]::new))
                    .query(UUID.class)
                    .single());
            if (!isVacant) {
                sources.cite(row, "person", code);
            }
        }
    }

    private PersonId person(Row row, String code, String name) {
        return sql.sql("""
            insert into person (id, code, name, local_name, local_language, email, telephone, language, salutation)
            values (:id, :code, :name, :local, :local_language, :email, :telephone, :language, :salutation)
            on conflict (code) do update set name = excluded.name, local_name = excluded.local_name,
              local_language = excluded.local_language, email = coalesce(excluded.email, person.email),
              telephone = coalesce(excluded.telephone, person.telephone),
              language = coalesce(excluded.language, person.language),
              salutation = coalesce(excluded.salutation, person.salutation)
            returning id
            """)
                .param("id", Identifier.next())
                .param("code", code)
                .param("name", name)
                .param("local", row.textOrNull("name_local"))
                .param("local_language", row.textOrNull("name_local_language"))
                .param("email", address(row))
                .param("telephone", row.textOrNull("telephone"))
                .param("language", row.textOrNull("language"))
                .param("salutation", row.textOrNull("salutation"))
                .query((rs, n) -> new PersonId(rs.getObject("id", UUID.class)))
                .single();
    }

    /** In its one form; what cannot be sent to stays as it was written, for a person to put right. */
    private static @Nullable String address(Row row) {
        var written = row.textOrNull("email");
        return MailAddress.of(written).map(MailAddress::value).orElse(written);
    }

    private boolean isErased(String code) {
        return sql.sql("select exists (select from erased_code where digest = sha256(convert_to(?, 'UTF8')))")
                .param(code)
                .query(Boolean.class)
                .single();
    }
}
