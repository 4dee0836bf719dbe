package org.interurban.platform.directory;

import static org.interurban.platform.directory.DirectoryPermission.DIRECTORY_EDIT;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Codes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds an organisation, changes one, and takes the last change back. */
@Service
class KeepOrganisation {

    sealed interface Outcome {
        record Kept(String code) implements Outcome {}

        /** There is one of this name already. */
        record Known(Directory.Entry entry) implements Outcome {}

        /** Somebody else changed it since the form was opened. */
        record Overtaken() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final JdbcClient sql;
    private final Organisations organisations;
    private final OrganisationNames names;
    private final Directory directory;
    private final Codes codes;
    private final Rights rights;
    private final Audit audit;

    KeepOrganisation(
            JdbcClient sql,
            Organisations organisations,
            OrganisationNames names,
            Directory directory,
            Codes codes,
            Rights rights,
            Audit audit) {
        this.sql = sql;
        this.organisations = organisations;
        this.names = names;
        this.directory = directory;
        this.codes = codes;
        this.rights = rights;
        this.audit = audit;
    }

    /** @param another whether someone insists that it is not the organisation of the same name */
    @Transactional
    Outcome add(Organisation wanted, boolean another) {
        rights.require(DIRECTORY_EDIT);
        var name = wanted.name();
        var code = code(wanted); // first, so that of two who add one name at once the second finds the first's
        if (!another) {
            switch (directory.findByName(name, Locale.ENGLISH)) {
                case Directory.Match.Known(var entry) -> {
                    return new Outcome.Known(entry);
                }
                case Directory.Match.Several(var entries)
                when isCalled(entries.getFirst(), name) -> {
                    return new Outcome.Known(entries.getFirst());
                }
                case Directory.Match.Several _, Directory.Match.Likely _, Directory.Match.None _ -> {}
            }
        }
        organisations.add(List.of(wanted.added(code)));
        names.replace(wanted.id(), wanted.names());
        audit.record("directory.added", new Audit.Subject("organisation", code), Map.of("name", name));
        return new Outcome.Kept(code);
    }

    /** Lets everyone see what only those at work saw. */
    @Transactional
    Outcome list(String code) {
        rights.require(DIRECTORY_EDIT);
        var id = directory.idOf(code);
        if (id.isEmpty()) {
            return new Outcome.Unknown();
        }
        organisations.list(List.of(id.get()), true);
        audit.record("directory.listed", new Audit.Subject("organisation", code), Map.of());
        return new Outcome.Kept(code);
    }

    @Transactional
    Outcome change(Organisation wanted) {
        rights.require(DIRECTORY_EDIT);
        return change(wanted, "directory.changed");
    }

    private Outcome change(Organisation wanted, String act) {
        if (!stillAt(wanted.id(), wanted.version())) {
            return new Outcome.Overtaken();
        }
        organisations.change(List.of(wanted));
        names.replace(wanted.id(), wanted.names());
        audit.record(act, new Audit.Subject("organisation", wanted.code()), Map.of());
        return new Outcome.Kept(wanted.code());
    }

    /**
     * Puts the record back to what it was before its last change; that is a change too and can be taken back. What would be refused
     * today cannot come back.
     */
    @Transactional
    Outcome takeBack(String code, int version) {
        rights.require(DIRECTORY_EDIT);
        var id = directory.idOf(code);
        if (id.isEmpty()) {
            return new Outcome.Unknown();
        }
        return organisations
                .before(id.get(), version)
                .map(before -> change(before, "directory.taken-back"))
                .orElseGet(Outcome.Overtaken::new);
    }

    private boolean isCalled(Directory.Entry entry, String name) {
        return names.of(entry.id()).stream()
                .anyMatch(alias -> Names.fold(alias.name()).equals(Names.fold(name)));
    }

    private boolean stillAt(OrganisationId id, int version) {
        return sql.sql("select version from organisation where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional()
                .filter(current -> current == version)
                .isPresent();
    }

    /** The one that is wished for; with its country and then a number where others have it too. */
    private String code(Organisation wanted) {
        var wish = wanted.code();
        var code = codes.named("organisation", wish);
        return code.equals(wish) || wanted.country() == null
                ? code
                : codes.named("organisation", wish + "-" + wanted.country().toLowerCase(Locale.ROOT));
    }
}
