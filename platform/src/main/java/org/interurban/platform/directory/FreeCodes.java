package org.interurban.platform.directory;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Gives each code once: with a number where it is taken. */
public final class FreeCodes {

    private final Set<String> taken;

    private FreeCodes(Set<String> taken) {
        this.taken = taken;
    }

    public static FreeCodes besides(Collection<String> taken) {
        return new FreeCodes(new HashSet<>(taken));
    }

    public String free(String base) {
        var code = base;
        for (int number = 2; !taken.add(code); number++) {
            code = base + "-" + number;
        }
        return code;
    }
}
