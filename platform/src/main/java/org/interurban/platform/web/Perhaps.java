package org.interurban.platform.web;

import java.util.List;

/** What may have been meant, as an argument of the words that say what is wrong with a field. */
public record Perhaps(List<String> meant) {

    public Perhaps {
        meant = List.copyOf(meant);
    }

    @Override
    public String toString() {
        return String.join("; ", meant);
    }
}
