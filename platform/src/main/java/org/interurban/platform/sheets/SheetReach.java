package org.interurban.platform.sheets;

import java.util.Optional;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Which sheets the current person may bring in: any with a role for the whole network; with one for a programme, a region or a city
 * those of its own whose rows are held against just the records in these scopes.
 */
@Component
class SheetReach {

    private final SheetImports imports;
    private final SheetTargets targets;
    private final Rights rights;

    SheetReach(SheetImports imports, SheetTargets targets, Rights rights) {
        this.imports = imports;
        this.targets = targets;
        this.rights = rights;
    }

    boolean includes(SheetTarget target) {
        return rights.may(SheetPermission.SHEETS_IMPORT)
                || (target.isScoped() && rights.current().mayAnywhere(SheetPermission.SHEETS_IMPORT));
    }

    void require(SheetTarget target) {
        if (!includes(target)) {
            throw new AccessDeniedException("Needs " + SheetPermission.SHEETS_IMPORT + " for the whole network");
        }
    }

    /** The sheet, where it is within reach. */
    Optional<SheetImport> find(SheetId id) {
        return imports.find(id)
                .filter(sheet -> rights.may(SheetPermission.SHEETS_IMPORT)
                        || (includes(targets.get(sheet.target())) && imports.isBy(id, account())));
    }

    SheetImport get(SheetId id) {
        return find(id).orElseThrow(() -> new NotFound("There is no such sheet"));
    }

    void require(SheetId sheet) {
        if (find(sheet).isEmpty()) {
            throw new AccessDeniedException("The sheet is somebody else's");
        }
    }

    /** Whose sheets the person sees; null for everybody's. */
    @Nullable
    AccountId owner() {
        return rights.may(SheetPermission.SHEETS_IMPORT) ? null : account();
    }

    private AccountId account() {
        var account = rights.current().account();
        if (account == null) {
            throw new AccessDeniedException("Needs an account");
        }
        return account;
    }
}
