package org.interurban.platform.authority;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Knows the objects of one kind of scope; a bean of the module that keeps them, so that roles can be given within them. */
public interface ScopeNames {

    Scope.Kind kind();

    record Named(String code, String name) {}

    /** The object with this code, as in its address, else those with this name in any language. */
    List<Scope.Id> find(String codeOrName);

    /** All of them by name, to choose from. */
    List<Named> all();

    Map<Scope.Id, String> names(Collection<Scope.Id> ids);
}
