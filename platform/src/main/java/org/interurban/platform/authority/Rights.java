package org.interurban.platform.authority;

import java.util.UUID;
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

    /** The signed-in principal's name is its account's id. */
    private Person find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            return Person.NOBODY;
        }
        try {
            var account = UUID.fromString(authentication.getName());
            return people.stream().findFirst().flatMap(all -> all.find(account)).orElse(Person.NOBODY);
        } catch (IllegalArgumentException anonymous) {
            return Person.NOBODY;
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
