package org.interurban.platform.accounts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.web.ThisNetwork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who holds a role somewhere, for those who have something to say to them. */
@Service
public class RoleHolders {

    private final JdbcClient sql;
    private final ThisNetwork network;

    RoleHolders(JdbcClient sql, ThisNetwork network) {
        this.sql = sql;
        this.network = network;
    }

    /** @param language of mail to them */
    public record Holder(AccountId account, String name, String email, Locale language) {}

    private record Row(
            AccountId id,
            String name,
            String email,
            @Nullable String language) {}

    /** Those who hold the role in one of the scopes, not those who hold it for the whole network. */
    public List<Holder> of(Role role, Scope... scopes) {
        return sql
                .sql("""
                    select distinct account as id, name, email, language from role_holder_view
                     where role = :role and scope_kind || coalesce(scope_id::text, '') = any(:scopes)
                     order by name, id
                    """)
                .param("role", role.name())
                .param(
                        "scopes",
                        Arrays.stream(scopes)
                                .map(scope -> scope.kind()
                                        + (scope.id() == null ? "" : scope.id().toString()))
                                .toArray(String[]::new))
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new Holder(
                        row.id(),
                        row.name(),
                        row.email(),
                        row.language() == null ? network.usualLanguage() : Locale.forLanguageTag(row.language())))
                .toList();
    }
}
