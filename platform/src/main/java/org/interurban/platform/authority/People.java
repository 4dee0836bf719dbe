package org.interurban.platform.authority;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Finds the people behind accounts; answered by the module that keeps accounts. */
public interface People {

    /** Whether there is an account at all. */
    boolean areThere();

    Optional<Person> find(AccountId account);

    /** Whoever an account belongs to, as others write to them. */
    record Correspondent(String name, String address) {}

    /** Nobody where the person was erased. */
    Optional<Correspondent> correspondent(AccountId account);

    /** Their names by account, for pages that tell who did something; an erased person has none. */
    Map<AccountId, String> names(Collection<AccountId> accounts);
}
