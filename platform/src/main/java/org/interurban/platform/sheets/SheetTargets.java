package org.interurban.platform.sheets;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What sheets can become in this house. */
@Component
class SheetTargets {

    private final List<SheetTarget> all;

    SheetTargets(List<SheetTarget> all) {
        this.all = all.stream().sorted(Comparator.comparing(SheetTarget::name)).toList();
    }

    List<SheetTarget> all() {
        return all;
    }

    Optional<SheetTarget> find(String name) {
        return all.stream().filter(target -> target.name().equals(name)).findFirst();
    }

    SheetTarget get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("No module reads sheets of " + name));
    }
}
