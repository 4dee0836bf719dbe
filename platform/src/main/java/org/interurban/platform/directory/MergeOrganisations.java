package org.interurban.platform.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.References;
import org.interurban.platform.directory.Profile.OtherName;
import org.interurban.platform.sources.Sources;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one record of two that are the same body. Whatever referred to the one refers to the other; who spoke for the one does not
 * speak for the other, which is for those who give such roles. It cannot be taken back.
 */
@Service
class MergeOrganisations {

    /** What can be taken from the record that goes; what goes together is taken together. */
    static final List<String> FIELDS = List.of(
            "name",
            "kind",
            "official-name",
            "abbreviation",
            "country",
            "local-name",
            "position",
            "population",
            "website",
            "description",
            "note");

    sealed interface Outcome {
        record Merged() implements Outcome {}

        /** Somebody changed one of the two since the page was opened. */
        record Overtaken() implements Outcome {}

        /** @param tables in which both stand, each for itself */
        record Apart(Set<String> tables) implements Outcome {}
    }

    private final JdbcClient sql;
    private final Organisations organisations;
    private final OrganisationNames names;
    private final References references;
    private final Sources sources;
    private final Rights rights;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MergeOrganisations(
            JdbcClient sql,
            Organisations organisations,
            OrganisationNames names,
            References references,
            Sources sources,
            Rights rights,
            Audit audit,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.organisations = organisations;
        this.names = names;
        this.references = references;
        this.sources = sources;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
    }

    /** Those that may be the same: of one country, where both say it, and called alike or lying at the same place; the likeliest first. */
    List<Directory.Entry> alike(OrganisationId id, Locale locale) {
        return sql.sql("select " + Directory.COLUMNS + """
              from organisation o
              join organisation t on t.id = :id and t.id <> o.id and t.local_government = o.local_government
              cross join lateral (select max(similarity(a.folded, b.folded)) as alike
                                    from organisation_name a, organisation_name b
                                   where a.organisation = o.id and b.organisation = t.id) n
             where (o.country is null or t.country is null or o.country = t.country)
               and (n.alike > 0.6 or (abs(o.latitude - t.latitude) < 0.02 and abs(o.longitude - t.longitude) < 0.02))
             order by n.alike desc nulls last, o.code limit 10
            """)
                .param("language", locale.getLanguage())
                .param("id", id)
                .query(Directory.ENTRY)
                .list();
    }

    Optional<Organisation> find(OrganisationId id) {
        return sql.sql(Organisations.WHOLE + "from organisation o where o.id = ?")
                .param(id)
                .query((rs, row) -> Organisations.organisation(rs))
                .optional();
    }

    /** @param taken those of {@link #FIELDS} that the record takes from the one that goes */
    @Transactional
    Outcome merge(OrganisationId kept, int keptVersion, OrganisationId gone, int goneVersion, Set<String> taken) {
        rights.require(DirectoryPermission.DIRECTORY_EDIT);
        var both = organisations.toChange(List.of(kept, gone));
        var one = both.stream()
                .filter(found -> found.id().equals(kept) && found.version() == keptVersion)
                .findFirst();
        var other = both.stream()
                .filter(found -> found.id().equals(gone) && found.version() == goneVersion)
                .findFirst();
        if (one.isEmpty() || other.isEmpty() || kept.equals(gone)) {
            return new Outcome.Overtaken();
        }
        var apart = references.move("organisation", gone, kept, "organisation_name");
        if (!apart.isEmpty()) {
            return new Outcome.Apart(apart);
        }
        var merged = merged(one.get(), other.get(), taken);
        takeWithThem(kept, gone, taken);
        organisations.change(List.of(merged));
        names.replace(gone, List.of());
        names.replace(kept, merged.names());
        sources.rename("organisation", other.get().code(), merged.code());
        sql.sql("delete from organisation where id = ?").param(gone).update();
        events.publishEvent(new OrganisationMerged(gone, kept));
        audit.record(
                "directory.merged",
                new Audit.Subject("organisation", merged.code()),
                Map.of("name", other.get().name(), "code", other.get().code()));
        return new Outcome.Merged();
    }

    /** What a record holds beside what its form says, which goes with the field that is taken. */
    private void takeWithThem(OrganisationId kept, OrganisationId gone, Set<String> taken) {
        sql.sql("""
            update organisation k
               set name_translations = case when :name then g.name_translations else g.name_translations || k.name_translations end,
                   description_translations = case when :description then g.description_translations
                     else k.description_translations end,
                   place = case when :position then g.place else k.place end,
                   listed = k.listed or g.listed
              from organisation g where k.id = :kept and g.id = :gone
            """)
                .param("name", taken.contains("name"))
                .param("description", taken.contains("description"))
                .param("position", taken.contains("position"))
                .param("kept", kept)
                .param("gone", gone)
                .update();
    }

    /** Every name of both leads to the one. */
    private static Organisation merged(Organisation kept, Organisation gone, Set<String> taken) {
        var position = taken.contains("position") ? gone : kept;
        var local = taken.contains("local-name") ? gone : kept;
        var counted = taken.contains("population") ? gone : kept;
        var others = new ArrayList<>(kept.otherNames());
        for (var record : List.of(kept, gone)) {
            record.names().forEach(alias -> others.add(new OtherName(alias.name(), alias.language())));
        }
        var name = (taken.contains("name") ? gone : kept).name();
        return new Organisation(
                kept.id(),
                kept.code(),
                (taken.contains("kind") ? gone : kept).kind(),
                kept.city(),
                name,
                (taken.contains("official-name") ? gone : kept).officialName(),
                (taken.contains("abbreviation") ? gone : kept).abbreviation(),
                (taken.contains("country") ? gone : kept).country(),
                local.localName(),
                local.localLanguage(),
                others,
                position.latitude(),
                position.longitude(),
                position.timeZone(),
                counted.population(),
                counted.populationScope(),
                counted.populationYear(),
                (taken.contains("website") ? gone : kept).website(),
                (taken.contains("description") ? gone : kept).description(),
                (taken.contains("note") ? gone : kept).note(),
                kept.version());
    }
}
