package org.interurban.platform.authority;

import java.util.Optional;
import java.util.UUID;

/** Finds the person of an account; answered by the module that keeps accounts. */
public interface People {

    Optional<Person> find(UUID account);
}
