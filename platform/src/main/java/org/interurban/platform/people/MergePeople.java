package org.interurban.platform.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.sources.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one record of two of the same person: the posts of both are held by the one. Accounts stay as they are, each with its own
 * address and roles. It cannot be taken back.
 */
@Service
class MergePeople {

    /** What can be taken from the record that goes; they are columns. */
    static final List<String> FIELDS = List.of("name", "email", "telephone", "language", "salutation");

    /** @param posts with their bodies, for those who tell one person from another */
    record Person(
            PersonId id,
            String code,
            String name,
            @Nullable String email,
            @Nullable String telephone,
            @Nullable String language,
            @Nullable String salutation,
            @Nullable String posts) {

        @Nullable
        public String said(String field) {
            return switch (field) {
                case "name" -> name;
                case "email" -> email;
                case "telephone" -> telephone;
                case "language" -> language;
                default -> salutation;
            };
        }
    }

    private static final String SELECT = """
        select h.id, h.code, h.name, h.email, h.telephone, h.language, h.salutation,
               (select string_agg(t.title || ', ' || o.name, '; ' order by o.name, t.title)
                  from post t join organisation_brief o on o.id = t.organisation where t.holder = h.id) as posts
          from person h
        """;

    private final JdbcClient sql;
    private final Sources sources;
    private final Rights rights;
    private final Audit audit;

    MergePeople(JdbcClient sql, Sources sources, Rights rights, Audit audit) {
        this.sql = sql;
        this.sources = sources;
        this.rights = rights;
        this.audit = audit;
    }

    Optional<Person> find(PersonId id) {
        return sql.sql(SELECT + "where h.id = ? and h.erased_at is null")
                .param(id)
                .query(Person.class)
                .optional();
    }

    /** Those who may be the same: with the same address, or called alike. */
    List<Person> alike(PersonId id) {
        return sql.sql(SELECT + """
              join person t on t.id = :id and t.id <> h.id
             where h.erased_at is null
               and (h.email = t.email or similarity(lower(h.name), lower(t.name)) > 0.6)
             order by (h.email = t.email) desc nulls last, similarity(lower(h.name), lower(t.name)) desc, h.code limit 10
            """).param("id", id).query(Person.class).list();
    }

    /**
     * @param taken those of {@link #FIELDS} that the record takes from the one that goes
     * @return whether both are still there
     */
    @Transactional
    boolean merge(PersonId kept, PersonId gone, Set<String> taken) {
        rights.require(ContactPermission.CONTACTS_EDIT);
        var one = find(kept);
        var other = find(gone);
        if (one.isEmpty() || other.isEmpty() || kept.equals(gone)) {
            return false;
        }
        sql.sql("select move_references('person', :gone, :kept, '{}')")
                .param("gone", gone)
                .param("kept", kept)
                .query(String.class)
                .list();
        for (var field : FIELDS) {
            if (taken.contains(field)) {
                sql.sql("update person set " + field + " = :said where id = :kept")
                        .param("said", other.get().said(field))
                        .param("kept", kept)
                        .update();
            }
        }
        sources.rename("person", other.get().code(), one.get().code());
        sql.sql("delete from person where id = ?").param(gone).update();
        audit.record("people.merged", new Audit.Subject("person", one.get().code()), Map.of());
        return true;
    }
}
