package org.interurban.platform.authority;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The rights of the current person, read once a request, so that a role taken away is gone at the next click. */
@Component
public class Rights {

    private static final String ATTRIBUTE = Rights.class.getName();

    private final ObjectProvider<People> people;

    Rights(ObjectProvider<People> people) {
        this.people = people;
    }

    public Person current() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Person known) {
            return known;
        }
        var person = find();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, person, RequestAttributes.SCOPE_REQUEST);
        }
        return person;
    }

    private Person find() {
        var account = account();
        return account == null
                ? Person.NOBODY
                : people.stream().findFirst().flatMap(all -> all.find(account)).orElse(Person.NOBODY);
    }

    /** The account in whose name this runs, null for nobody; the name of its principal is its id. */
    public static @Nullable AccountId account() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            return null;
        }
        try {
            return AccountId.of(authentication.getName());
        } catch (IllegalArgumentException anonymous) {
            return null;
        }
    }

    public boolean may(Permission permission, Scope... scopesOfTheObject) {
        return current().may(permission, scopesOfTheObject);
    }

    /** @throws AccessDeniedException unless the current person may; answered with the page "not allowed" */
    public void require(Permission permission, Scope... scopesOfTheObject) {
        if (!may(permission, scopesOfTheObject)) {
            throw new AccessDeniedException("Needs " + permission);
        }
    }
}
