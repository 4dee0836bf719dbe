package org.interurban.platform;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People for tests: an account with a role, signed in for one request. */
public final class TestPeople {

    private TestPeople() {}

    /** {@code browser.get().uri("/audit").with(TestPeople.holding(sql, Role.ADMINISTRATOR))} */
    public static RequestPostProcessor holding(JdbcClient sql, Role role, Scope... scopes) {
        return holding(account(sql, role, scopes));
    }

    public static RequestPostProcessor holding(AccountId account) {
        return user(account.toString());
    }

    /** A new account that holds the role in each of the scopes, or in the whole network where none is named. */
    public static AccountId account(JdbcClient sql, Role role, Scope... scopes) {
        var id = AccountId.next();
        sql.sql("""
            insert into account (id, email, address_key, name, invited_at, seen_at)
            values (:id, :email, :email, :name, now(), now())
            """)
                .param("id", id)
                .param("email", id + "@example.org")
                .param("name", "Test " + role)
                .update();
        for (var scope : scopes.length == 0 ? new Scope[] {Scope.NETWORK} : scopes) {
            sql.sql("""
                insert into role_assignment (id, account, role, scope_kind, scope_id, granted_at)
                values (gen_random_uuid(), :account, :role, :kind, :scope, now())
                """)
                    .param("account", id)
                    .param("role", role.name())
                    .param("kind", scope.kind().name())
                    .param("scope", scope.id())
                    .update();
        }
        return id;
    }

    /** The value of the cookie with which the account is signed in over the network. */
    public static <S extends Session> String session(AccountId account, SessionRepository<S> sessions) {
        var session = sessions.createSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(account.toString(), null, List.of())));
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }
}
