package org.interurban.platform.lines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The themes of all partnerships, told apart where they stand together: a letter is of one theme only, and those for which no
 * letter is left have none.
 *
 * @param all in the order of their letters, those without one last
 */
public record ThemesOfNetwork(List<Theme> all) {

    /** @param letter of its line, null where eight others have all of them */
    public record Theme(
            @Nullable String letter, String name, @Nullable String code, long partnerships) {

        public String style() {
            return letter == null ? "line-none" : "line-" + letter.toLowerCase(Locale.ROOT);
        }

        Theme at(@Nullable String another) {
            return new Theme(another, name, code, partnerships);
        }
    }

    private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E", "F", "G", "H");

    /** @param byUse with the letter that each has in its own programme; of two with one letter the former keeps it */
    static ThemesOfNetwork of(List<Theme> byUse) {
        var free = new TreeSet<>(LETTERS);
        var themes = new ArrayList<Theme>();
        for (var theme : byUse) {
            themes.add(theme.letter() != null && free.remove(theme.letter()) ? theme : theme.at(null));
        }
        themes.replaceAll(theme -> theme.letter() == null ? theme.at(free.pollFirst()) : theme);
        themes.sort(Comparator.comparing(Theme::letter, Comparator.nullsLast(Comparator.naturalOrder())));
        return new ThemesOfNetwork(List.copyOf(themes));
    }

    public List<Theme> lettered() {
        return all.stream().filter(theme -> theme.letter() != null).toList();
    }

    public List<Theme> others() {
        return all.stream().filter(theme -> theme.letter() == null).toList();
    }

    public long partnershipsOfOthers() {
        return others().stream().mapToLong(Theme::partnerships).sum();
    }

    /** With the letter of its theme among all. */
    public PartnershipLine among(PartnershipLine partnership) {
        return partnership.lettered(all.stream()
                .filter(theme -> theme.name().equals(partnership.theme()))
                .map(Theme::letter)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
    }
}
