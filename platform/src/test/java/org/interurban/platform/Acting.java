package org.interurban.platform;

import java.util.Arrays;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A request of somebody who holds roles for the whole network, with the token that forms carry. */
public final class Acting {

    private static final AccountId ACCOUNT = AccountId.of("00000000-0000-7000-8000-000000000001");

    private Acting() {}

    public static RequestPostProcessor as(Role... roles) {
        return as(ACCOUNT, Scope.NETWORK, roles);
    }

    public static RequestPostProcessor as(AccountId account, Scope scope, Role... roles) {
        var person = new Person(
                account,
                "Somebody",
                Arrays.stream(roles)
                        .map(role -> new Person.Assignment(role, scope))
                        .toList());
        return request -> {
            request.setAttribute(Rights.class.getName(), person);
            request.getSession(); // as sign-in does
            SecurityMockMvcRequestPostProcessors.user(account.toString()).postProcessRequest(request);
            return "GET".equals(request.getMethod())
                    ? request
                    : SecurityMockMvcRequestPostProcessors.csrf().postProcessRequest(request);
        };
    }
}
