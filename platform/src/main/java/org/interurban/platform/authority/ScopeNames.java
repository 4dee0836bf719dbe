package org.interurban.platform.authority;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Knows the objects of one kind of scope; a bean of the module that keeps them, so that roles can be given within them. */
public interface ScopeNames {

    Scope.Kind kind();

    /** The object with this code, as in its address: {@code IURC}, {@code busan}. */
    Optional<UUID> find(String code);

    Map<UUID, String> names(Collection<UUID> ids);
}
