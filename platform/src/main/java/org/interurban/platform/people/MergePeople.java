package org.interurban.platform.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.References;
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

    sealed interface Outcome {
        record Merged() implements Outcome {}

        /** Somebody changed one of the two since the page was opened. */
        record Overtaken() implements Outcome {}

        /** @param tables in which both stand, each for itself */
        record Apart(Set<String> tables) implements Outcome {}
    }

    /**
     * @param posts with their bodies, for those who tell one person from another
     * @param version of all that is kept of the person
     */
    record Person(
            PersonId id,
            String code,
            String name,
            @Nullable String email,
            @Nullable String telephone,
            @Nullable String language,
            @Nullable String salutation,
            @Nullable String posts,
            String version) {

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
                  from post t join organisation_brief o on o.id = t.organisation where t.holder = h.id) as posts,
               md5(h::text) as version
          from person h
        """;

    private final JdbcClient sql;
    private final References references;
    private final Sources sources;
    private final Rights rights;
    private final Audit audit;

    MergePeople(JdbcClient sql, References references, Sources sources, Rights rights, Audit audit) {
        this.sql = sql;
        this.references = references;
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

    /** @param taken those of {@link #FIELDS} that the record takes from the one that goes */
    @Transactional
    Outcome merge(PersonId kept, String keptVersion, PersonId gone, String goneVersion, Set<String> taken) {
        rights.require(ContactPermission.CONTACTS_EDIT);
        var one = toChange(kept, keptVersion);
        var other = toChange(gone, goneVersion);
        if (one.isEmpty() || other.isEmpty() || kept.equals(gone)) {
            return new Outcome.Overtaken();
        }
        var apart = references.move("person", gone, kept);
        if (!apart.isEmpty()) {
            return new Outcome.Apart(apart);
        }
        var columns = FIELDS.stream().filter(taken::contains).toList();
        if (!columns.isEmpty()) {
            var names = String.join(", ", columns);
            var theirs = columns.stream().map(column -> "g." + column).collect(Collectors.joining(", "));
            sql.sql("update person k set (%s) = row(%s) from person g where k.id = :kept and g.id = :gone"
                            .formatted(names, theirs))
                    .param("kept", kept)
                    .param("gone", gone)
                    .update();
        }
        sql.sql("""
            update person k set version = greatest(k.version, g.version) + 1
              from person g where k.id = :kept and g.id = :gone
            """).param("kept", kept).param("gone", gone).update();
        sources.rename("person", other.get().code(), one.get().code());
        sql.sql("delete from person where id = ?").param(gone).update();
        audit.record("people.merged", new Audit.Subject("person", one.get().code()), Map.of());
        return new Outcome.Merged();
    }

    private Optional<Person> toChange(PersonId id, String version) {
        sql.sql("select id from person where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
        return find(id).filter(person -> person.version().equals(version));
    }
}
